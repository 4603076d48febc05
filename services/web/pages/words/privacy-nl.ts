/** Wat er niet staat, en wat wij bewaren, in Dutch. */
import type { PrivacyWords } from './privacy.ts'

const persons = (k: number): string => (k === 1 ? '1 persoon' : `${k} personen`)

export const PRIVACY_NL: PrivacyWords = {
  overview: {
    title: 'Wat er niet wordt getoond',
    lead: 'Hier ziet u van elke gepubliceerde maand hoeveel groepen er zijn, en hoeveel daarvan wij niet laten zien om mensen te beschermen. Er staan alleen aantallen groepen, geen cijfers.',
    howTitle: 'Hoe u dit leest',
    how: [
      'Wij verdelen een maand in groepen: per locatie, per netwerk, per apparaat, enzovoort. Elke tabel heeft haar eigen groepen. Een groep met weinig mensen laten wij niet zien. Een groep die bijna om één persoon draait ook niet.',
      'Voordat wij een maand publiceren, rekent het product na of iemand een verborgen groep uit de andere kan afleiden. Kan dat? Dan laten wij ook iets van die andere weg. In het protocol van een maand staat hoeveel groepen zijn weggelaten. Losse cijfers van een groep die wel wordt getoond, tellen daarin niet mee.',
    ],
    noTenants: 'Er zijn nog geen klanten.',
    noMonths: 'Er is nog geen maand gepubliceerd.',
    columns: {
      month: 'maand',
      state: 'status',
      sealed: 'gepubliceerd op',
      k: 'kleinste groep',
      people: 'cijfers over mensen',
      cells: 'groepen',
      shown: 'getoond',
      withheld: 'niet getoond',
      share: 'deel getoond',
    },
    people: { yes: 'ja', no: 'nee, te weinig mensen' },
    register: 'Wat wij bewaren, waarom en hoe lang',
    months: (tenant) => `Gepubliceerde maanden van ${tenant}`,
    roomsSays:
      'Ook elke gedeelde ruimte telt mee, één keer: zij staat in alle tabellen over ruimtes, of in geen enkele.',
  },

  protocol: {
    title: (month) => `Wat er niet staat van ${month}`,
    lead: 'Dit is het protocol van de publicatie. Het zegt hoeveel groepen elke tabel heeft, hoeveel daarvan wij laten zien, en door welke regel de andere niet. Er staan geen cijfers in, en nooit om welke groep het gaat.',
    facts: {
      sealed: 'Gepubliceerd',
      revision: 'Uitgave',
      k: 'Kleinste groep',
      profile: 'Grenzen voor kwaliteit',
      cells: 'Groepen',
      people: 'Mensen',
    },
    persons,
    cells: ({ cells, shown, withheld }) => `${cells}: ${shown} getoond en ${withheld} niet`,
    peopleSafe: 'er worden cijfers over groepen mensen getoond',
    peopleNot: (k) =>
      `er wordt niets over mensen getoond, want het zijn er minder dan ${k}, of één persoon heeft meer dan de helft`,
    byCut: 'Per tabel',
    byCutSays: 'Een groep telt mee als er in deze maand iets van te tellen was.',
    columns: {
      cut: 'tabel',
      cells: 'groepen',
      shown: 'getoond',
      withheld: 'niet getoond',
      why: 'waardoor',
    },
    people: 'Mensen',
    rooms: 'Gedeelde ruimtes',
    roomsSays: 'Elke ruimte telt één keer: zij staat in alle tabellen over ruimtes, of in geen enkele.',
    times: (rule, cells) => `${rule}: ${cells}`,
    all: 'elke groep wordt getoond',
    none: 'Van deze maand is er geen enkele groep.',
    rules: 'De regels, en hoe zij mensen beschermen',
    rulesSays:
      'De regels zijn voor elke maand en elke klant gelijk. Niemand kan ze voor één groep uitzetten, ook wij niet.',
    occurs: (count, cells) => `in deze maand bij ${cells} ${count === 1 ? 'groep' : 'groepen'}`,
    occursNot: 'in deze maand niet nodig',
    rule: {
      persons: {
        short: 'te weinig personen',
        says: (k) => `Een groep met minder dan ${persons(k)} laten wij niet zien.`,
        why: (k) =>
          `Wie collega’s kent, kan bij een kleine groep raden over wie een cijfer gaat. Bij ${persons(k)} of meer zegt een cijfer iets over de groep, en niet over wie erin zit.`,
      },
      dominance: {
        short: 'vooral één persoon',
        says: () =>
          'Heeft één persoon meer dan de helft van de verbindingen of van de tijd van een groep? Dan laten wij die groep niet zien.',
        why: () =>
          'Zo’n cijfer gaat eigenlijk over die ene persoon, ook als de groep groot is. Wie veel vergadert, zou zichtbaar worden.',
      },
      folded: {
        short: 'onder „overige”',
        says: () => 'Een te kleine groep krijgt geen eigen naam, maar telt mee onder „overige”.',
        why: () =>
          'Zo blijven de totalen kloppen, en staat een locatie of apparaat met weinig mensen nergens bij naam. Dat is in elke tabel zo. Niemand kan dus het ene cijfer van het andere aftrekken.',
      },
      one_value: {
        short: 'nog maar één groep',
        says: () => 'Een tabel waarin maar één groep overblijft, publiceren wij niet.',
        why: () => 'Wie de groep van het totaal aftrekt, weet anders hoe groot de verborgen rest is.',
      },
      class_taken: {
        short: 'grootte weggelaten',
        says: () => 'Wij laten de groep zien, maar zeggen niet hoe groot zij ongeveer is.',
        why: () =>
          'Uit de grootte van de andere groepen en het totaal kon iemand uitrekenen hoe groot een verborgen groep is. Zonder deze grootte kan dat niet.',
      },
      cut_classes_taken: {
        short: 'grootte in hele tabel weggelaten',
        says: () => 'Wij laten de groepen van de tabel zien, maar van geen enkele de grootte.',
        why: () =>
          'De grootte weglaten bij een paar groepen was niet genoeg. Iemand kon een verborgen groep nog steeds uitrekenen.',
      },
      cut_taken: {
        short: 'hele tabel weggelaten',
        says: () => 'Wij publiceren de tabel niet.',
        why: () =>
          'Ook zonder groottes kon iemand een verborgen groep uitrekenen uit andere tabellen. Dan is niets zeggen de enige veilige weg.',
      },
      kept: {
        short: 'eerder cijfer blijft staan',
        says: (k) =>
          `De maand is opnieuw gepubliceerd. Wat in deze groep veranderde, kwam van minder dan ${persons(k)}, of vooral van één. Daarom blijven haar eerdere cijfers staan. Is dat alleen zo voor mislukte verbindingen of voor kwaliteit? Dan blijven alleen die staan.`,
        why: () =>
          'Anders kan iemand twee uitgaven naast elkaar leggen, en zien wat er over die paar mensen bij is gekomen. Bijvoorbeeld van wie de verbindingen mislukten.',
      },
      room_not_visible: {
        short: 'ruimte niet getoond',
        says: () =>
          'Een gedeelde ruimte laten wij pas zien als zij vaak genoeg is gebruikt, en op genoeg dagen. Tellen wij ook mensen, dan moeten het genoeg verschillende mensen zijn.',
        why: () =>
          'Een ruimte die bijna niemand gebruikt, is eigenlijk iemands werkplek. Dan zou een cijfer over de ruimte over die persoon gaan.',
      },
      tenant: {
        short: 'organisatie te klein',
        says: (k) =>
          `In de hele organisatie vergaderden minder dan ${persons(k)}, of één persoon had meer dan de helft. Wij laten niets over mensen zien, alleen over gedeelde ruimtes en over hoe volledig de gegevens zijn.`,
        why: () => 'Gaat zelfs het totaal over te weinig mensen? Dan geldt dat voor elk cijfer eronder ook.',
      },
    },
  },

  register: {
    title: 'Wat wij bewaren',
    lead: 'Van wie vergadert, bewaren wij gewoonlijk 90 dagen: een code in plaats van een naam, wanneer en hoe lang iemand verbonden was, de locatie, het soort apparaat en de kwaliteit. Daarna blijven alleen cijfers over groepen. Hieronder staat elk gegeven dat wij opslaan: wat het is, hoe het ontstaat, waarvoor wij het gebruiken, waarom dat mag, en wanneer het verdwijnt. Bij elke wijziging vergelijkt een test deze lijst met de databases zelf. Wat hier niet staat, kan niet worden opgeslagen. U ziet de gewone bewaartermijnen. In een contract kan een andere staan, maar er is er altijd een.',
    contents: 'Inhoud',
    never: 'Wat wij niet bewaren',
    neverSays: [
      'Wat mensen zeggen, laten zien of schrijven, komt nooit binnen. Van wie vergadert, slaan wij geen naam, mailadres, telefoonnummer of netwerkadres op. Die worden bij binnenkomst omgezet of weggelaten.',
      'Wie vergadert, heeft alleen een pseudoniem, en elke maand een ander. Niemand kan dus zien welke pseudoniemen van twee maanden bij dezelfde persoon horen. Is de sleutel van een maand vernietigd, dan kan dat ook niet meer met het adres van die persoon erbij.',
    ],
    classes: 'Wat een gegeven over iemand kan zeggen',
    className: {
      direct: 'wijst iemand aan',
      pseudonym: 'pseudoniem',
      quasi: 'kan naar iemand wijzen',
      none: 'zegt niets over iemand',
    },
    classSays: {
      direct:
        'Wijst zonder iets anders al iemand aan, zoals het mailadres van een account. Zulke gegevens staan alleen in de opslag van het beheer, nooit bij gegevens over vergaderingen.',
      pseudonym:
        'Dezelfde persoon of groep heeft dezelfde code zolang één sleutel bestaat. Zonder de sleutel kan niemand de code terugrekenen.',
      quasi: 'Zegt iets over een verbinding of vergadering. Met andere kennis erbij kan het naar iemand wijzen.',
      none: 'Een instelling, een aantal of een woord uit een vaste lijst. Het wijst naar niemand.',
    },
    counts: ({ fields, tables }) => `${fields} gegevens in ${tables} lijsten.`,
    chapters: {
      received: 'Wat platforms sturen',
      counted: 'Wat daaruit per verbinding wordt geteld',
      summed: 'Wat over groepen wordt opgeteld',
      published: 'Wat is gepubliceerd',
      customers: 'Wat klanten opgeven',
      promises: 'Sleutels, verzoeken en toezicht',
      accounts: 'Wie het product gebruikt',
      workings: 'De werking zelf',
    },
    tables: {
      observations: {
        name: 'Waarnemingen',
        says: 'Wat een platform over één verbinding of vergadering meldt, zonder namen en adressen.',
      },
      intake: {
        name: 'Leveringen',
        says: 'Hoeveel meldingen per levering zijn aangenomen, geweigerd of weggelaten. Alleen aantallen.',
      },
      refused: {
        name: 'Geweigerde meldingen',
        says: 'Waarom een melding is geweigerd, en waar in de levering zij stond. Niet wat erin stond.',
      },
      call_legs: {
        name: 'Verbindingen',
        says: 'Eén regel per verbinding van een persoon of ruimte met een vergadering, samengevoegd uit waarnemingen.',
      },
      graded_legs: {
        name: 'Beoordeelde verbindingen',
        says: 'Dezelfde verbindingen, ingedeeld in groepen en beoordeeld. Wordt berekend als het nodig is en niet opgeslagen.',
      },
      leg_health: {
        name: 'Hoe goed bronnen werken',
        says: 'Hoe vaak er iets mis is met de meldingen van een bron, per uur.',
      },
      arrival_health: { name: 'Late meldingen', says: 'Hoeveel meldingen van een bron te laat kwamen, per uur.' },
      cube_day: {
        name: 'Dagtotalen',
        says: 'Per dag en groep: hoeveel verbindingen, mensen en vergaderingen, en hoe het ging.',
      },
      cube_month: { name: 'Maandtotalen', says: 'Hetzelfde per maand. Hieruit wordt gepubliceerd.' },
      strata: {
        name: 'Vergelijkbare groepen',
        says: 'Totalen per locatie, platform, netwerk en soort apparaat, om gelijk met gelijk te vergelijken.',
      },
      strata_models: { name: 'Vergelijkbare apparaten', says: 'Hetzelfde per model en versie van apps en apparaten.' },
      concurrency: {
        name: 'Tegelijk in gebruik',
        says: 'Hoeveel verbindingen of ruimtes per uur hoogstens tegelijk in gebruik waren.',
      },
      published: {
        name: 'Gepubliceerde maandcijfers',
        says: 'Precies wat in rapporten, op pagina’s en in bestanden staat.',
      },
      published_days: {
        name: 'Gepubliceerde dagcijfers',
        says: 'Wat van een dag wordt gezegd: hoe volledig de gegevens zijn, en de aandelen van grote groepen.',
      },
      sealed_legs: {
        name: 'Wat in een publicatie is geteld',
        says: 'Hoe elke verbinding is meegeteld. Zo zien wij bij een nieuwe uitgave door hoeveel mensen een cijfer verandert.',
      },
      periods: { name: 'Maanden', says: 'Hoe ver elke maand van een klant is.' },
      publications: {
        name: 'Publicaties',
        says: 'Waarmee, wanneer en volgens welke regels een maand is gepubliceerd.',
      },
      findings: { name: 'Bevindingen', says: 'De adviezen van een maand, met hun bewijs en hun status.' },
      finding_changes: { name: 'Opvolging van bevindingen', says: 'Stappen en notities bij een advies.' },
      tenants: { name: 'Klanten', says: 'De organisaties en wat met hen is afgesproken.' },
      sites: { name: 'Locaties', says: 'De locaties van een klant, met de netwerken waaraan zij te herkennen zijn.' },
      rooms: { name: 'Gedeelde ruimtes', says: 'De ruimtes die een klant als gedeeld heeft opgegeven.' },
      sources: { name: 'Bronnen', says: 'De platforms die meldingen leveren, en de afspraken daarover.' },
      keys: {
        name: 'Sleutels',
        says: 'De sleutels waarmee pseudoniemen worden gemaakt, versleuteld bewaard; elke maand een nieuwe.',
      },
      ledger: {
        name: 'Gewist of bezwaar',
        says: 'Een code waaraan het product ziet dat iemand is gewist of bezwaar heeft, zonder te weten wie het is.',
      },
      audit: {
        name: 'Auditlog',
        says: 'Wie van ons of van een klant wanneer iets heeft gelezen of gewijzigd. Regels kunnen er alleen bij.',
      },
      accounts: {
        name: 'Accounts',
        says: 'De personen die het product gebruiken, en in welke rol. Niet wie vergadert.',
      },
      account_tenants: { name: 'Toewijzing van klanten', says: 'Welk account de cijfers van welke klant mag lezen.' },
      invitations: { name: 'Links', says: 'Links waarmee iemand één keer een wachtwoord kiest.' },
      sessions: { name: 'Sessies', says: 'In welke browsers iemand nu is ingelogd.' },
      api_tokens: { name: 'Tokens', says: 'Toegang voor programma’s van een account.' },
      revision: { name: 'Volgnummer', says: 'Of een instelling is veranderd.' },
      watermarks: { name: 'Voortgang', says: 'Hoe ver elke stap van de verwerking is.' },
      swap_intents: {
        name: 'Dagen die worden vervangen',
        says: 'Welke dag wordt vervangen. Zo raakt niets kwijt als het werk stopt.',
      },
      schema_migrations: {
        name: 'Versies van de opslag van gegevens',
        says: 'Welke versie de tabellen van deze opslag hebben.',
      },
      migrations: {
        name: 'Versies van de opslag van het beheer',
        says: 'Welke versie de tabellen van deze opslag hebben.',
      },
    },
    fields: (count) => (count === '1' ? 'Het gegeven' : `De ${count} gegevens`),
    columns: { field: 'gegeven', class: 'soort', treatment: 'hoe het is ontstaan', purpose: 'waarvoor' },
    basis: 'Grondslag',
    retention: 'Bewaartermijn',
    bases: {
      contract: 'uitvoering van de overeenkomst',
      legal_obligation: 'wettelijke verplichting',
      legitimate_interest: 'gerechtvaardigd belang',
      consent: 'toestemming',
    },
    store: 'Waar',
    stores: { clickhouse: 'opslag van gegevens', control: 'opslag van het beheer' },
    differs: (fields, says) => `${fields}: ${says}`,
    rules: 'Waarop wordt gelet',
    rulesSays:
      'Het product zoekt alleen naar wat hieronder staat. Elke regel gaat over groepen die wij mogen laten zien, nooit over een persoon.',
    rule: { needs: 'Wat nodig is', on: 'Waar wij kijken', fires: 'Wanneer wij iets melden', version: 'versie' },
    healthRules: 'Over de gegevens zelf',
    otherRules: 'Over vergaderingen en ruimtes',
  },
}
