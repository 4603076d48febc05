/** Wat er niet staat, en wat wij bewaren, in Dutch. */
import type { PrivacyWords } from './privacy.ts'

const persons = (k: number): string => (k === 1 ? '1 persoon' : `${k} personen`)

export const PRIVACY_NL: PrivacyWords = {
  overview: {
    title: 'Wat er niet wordt getoond',
    lead: 'Van elke gepubliceerde maand: hoeveel groepen er zijn, en van hoeveel daarvan wij niets laten zien om mensen te beschermen. Hier staan alleen aantallen groepen, geen cijfers.',
    howTitle: 'Hoe u dit leest',
    how: [
      'Een maand wordt in groepen verdeeld: per locatie, per netwerk, per apparaat, enzovoort. Eén groep in één verdeling heet hier een cel. Een groep met weinig mensen, of een die bijna om één persoon draait, wordt niet getoond.',
      'Voordat een maand wordt gepubliceerd, rekent het product na of iemand een verborgen cel uit de andere kan afleiden. Kan dat, dan wordt ook iets van die andere weggelaten. Alle maatregelen van een maand staan in het protocol van die maand.',
    ],
    noTenants: 'Er zijn nog geen klanten.',
    noMonths: 'Er is nog geen maand gepubliceerd.',
    columns: {
      month: 'maand',
      state: 'status',
      sealed: 'vastgesteld op',
      k: 'kleinste groep',
      people: 'cijfers over mensen',
      cells: 'cellen',
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
    lead: 'Het protocol van de publicatie: hoeveel cellen elke verdeling heeft, hoeveel er worden getoond, en door welke regel de andere niet. Geen cijfers, en nooit welke cel het is.',
    facts: {
      sealed: 'Vastgesteld',
      revision: 'Revisie',
      k: 'Kleinste groep',
      profile: 'Kwaliteitsprofiel',
      cells: 'Cellen',
      people: 'Mensen',
    },
    persons,
    cells: ({ cells, shown, withheld }) => `${cells}, waarvan ${shown} getoond en ${withheld} niet`,
    peopleSafe: 'er worden cijfers over groepen mensen getoond',
    peopleNot: (k) =>
      `er wordt niets over mensen getoond, want het zijn er minder dan ${k}, of één persoon maakt het grootste deel uit`,
    byCut: 'Per verdeling',
    byCutSays: 'Een cel is een groep waar in deze maand iets van te tellen was. Lege cellen tellen niet mee.',
    columns: {
      cut: 'verdeling',
      cells: 'cellen',
      shown: 'getoond',
      withheld: 'niet getoond',
      why: 'waardoor',
    },
    people: 'Mensen',
    rooms: 'Gedeelde ruimtes',
    roomsSays: 'Elke ruimte telt één keer: zij staat in alle tabellen over ruimtes, of in geen enkele.',
    times: (rule, cells) => `${rule}: ${cells}`,
    all: 'alles wordt getoond',
    none: 'Van deze maand is er geen enkele cel.',
    rules: 'De regels, en hoe zij mensen beschermen',
    rulesSays:
      'De regels gelden voor elke maand en elke klant gelijk. Niemand kan ze voor één cel uitzetten, ook wij niet.',
    occurs: (count, cells) => `in deze maand bij ${cells} ${count === 1 ? 'cel' : 'cellen'}`,
    occursNot: 'in deze maand niet nodig',
    rule: {
      persons: {
        short: 'te weinig personen',
        says: (k) => `Een cel met minder dan ${persons(k)} wordt niet getoond.`,
        why: (k) =>
          `Wie collega’s kent, kan bij een kleine groep raden over wie een cijfer gaat. Bij ${persons(k)} of meer zegt een cijfer iets over de groep en niet over wie erin zit.`,
      },
      dominance: {
        short: 'vooral één persoon',
        says: () =>
          'Een cel waarvan één persoon meer dan de helft van de verbindingen of van de tijd heeft, wordt niet getoond.',
        why: () =>
          'Zo’n cijfer gaat in feite over die ene persoon, ook als de groep groot is: wie veel vergadert, zou zichtbaar worden.',
      },
      folded: {
        short: 'onder „overige”',
        says: () => 'Een waarde met een te kleine groep krijgt geen eigen naam, maar telt mee onder „overige”.',
        why: () =>
          'Zo blijven de totalen kloppen, terwijl een locatie of apparaat met weinig mensen nergens bij name staat. Dat geldt in elke verdeling tegelijk, zodat niemand het ene cijfer van het andere kan aftrekken.',
      },
      one_value: {
        short: 'nog maar één waarde',
        says: () => 'Een verdeling waarvan maar één waarde overblijft, wordt niet gepubliceerd.',
        why: () => 'Naast het totaal zou die ene waarde precies laten zien hoe groot de verborgen rest is.',
      },
      class_taken: {
        short: 'zonder grootte',
        says: () => 'De cel wordt getoond, maar zonder te zeggen hoe groot zij ongeveer is.',
        why: () =>
          'Uit de grootte van alle getoonde cellen en het totaal was te berekenen hoe groot een verborgen cel is. Zonder deze grootte kan dat niet.',
      },
      cut_classes_taken: {
        short: 'hele verdeling zonder grootte',
        says: () => 'De cellen van de verdeling worden getoond, maar geen enkele met haar grootte.',
        why: () => 'Grootte weglaten bij losse cellen was niet genoeg: een verborgen cel was nog steeds te berekenen.',
      },
      cut_taken: {
        short: 'hele verdeling weggelaten',
        says: () => 'De verdeling wordt niet gepubliceerd.',
        why: () =>
          'Ook zonder groottes was een verborgen cel te berekenen uit wat andere verdelingen laten zien. Dan is niets zeggen de enige veilige weg.',
      },
      kept: {
        short: 'eerder cijfer gehouden',
        says: (k) =>
          `De maand is opnieuw gepubliceerd, maar wat in deze cel veranderde kwam van minder dan ${persons(k)}, of vooral van één. Zij houdt haar eerdere cijfers. Geldt dat alleen voor de mislukte verbindingen of voor de kwaliteit, dan houdt zij die.`,
        why: () =>
          'Wie twee revisies naast elkaar legt, zou anders uit het verschil aflezen wat er over die paar mensen bij is gekomen, bijvoorbeeld wiens verbindingen mislukten.',
      },
      room_not_visible: {
        short: 'ruimte niet getoond',
        says: () =>
          'Een gedeelde ruimte wordt pas getoond als zij vaak genoeg is gebruikt, op genoeg dagen, en, waar mensen worden geteld, door genoeg verschillende mensen.',
        why: () =>
          'Een ruimte die bijna niemand gebruikt, is in feite iemands werkplek. Dan zou een cijfer over de ruimte over die persoon gaan.',
      },
      tenant: {
        short: 'organisatie te klein',
        says: (k) =>
          `Van de hele organisatie vergaderden minder dan ${persons(k)}, of één persoon vooral. Er wordt niets over mensen getoond, alleen over gedeelde ruimtes en over hoe volledig de gegevens zijn.`,
        why: () => 'Als zelfs het totaal over te weinig mensen gaat, is elk cijfer eronder dat ook.',
      },
    },
  },

  register: {
    title: 'Wat wij bewaren',
    lead: 'Elk gegeven dat ergens is opgeslagen: wat het is, hoe het is ontstaan, waarvoor het dient, op welke grond, en wanneer het verdwijnt. Een test vergelijkt deze lijst bij elke wijziging met de databases zelf; een gegeven dat hier niet staat, kan niet worden opgeslagen. De bewaartermijnen zijn de gewone; een contract kan andere afspreken, nooit geen.',
    contents: 'Inhoud',
    never: 'Wat wij niet bewaren',
    neverSays: [
      'Wat mensen zeggen, laten zien of schrijven, komt nooit binnen. Namen, mailadressen, telefoonnummers en netwerkadressen van wie vergadert, worden bij binnenkomst omgezet of weggelaten en nergens opgeslagen.',
      'Wie vergadert, heeft alleen een pseudoniem, en elke maand een ander: aan pseudoniemen kan niemand zien welke van twee maanden van dezelfde persoon zijn. Is de sleutel van een maand vernietigd, dan kan dat ook niet meer met het adres van die persoon erbij.',
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
        'Wijst op zichzelf iemand aan, zoals het mailadres van een account. Zulke gegevens staan alleen in de beheeropslag, nooit bij gegevens over vergaderingen.',
      pseudonym:
        'Dezelfde persoon of groep heeft dezelfde waarde zolang één sleutel bestaat. Zonder de sleutel kan niemand haar terugrekenen.',
      quasi: 'Zegt iets over een verbinding of vergadering en zou, met andere kennis erbij, naar iemand kunnen wijzen.',
      none: 'Een instelling, een aantal of een woord uit een vaste lijst, waaruit niemand af te leiden is.',
    },
    counts: ({ fields, tables }) => `${fields} gegevens in ${tables} lijsten.`,
    chapters: {
      received: 'Wat platforms sturen',
      counted: 'Wat daaruit per verbinding wordt geteld',
      summed: 'Wat over groepen wordt opgeteld',
      published: 'Wat is gepubliceerd',
      customers: 'Wat klanten opgeven',
      promises: 'Sleutels, verzoeken en toezicht',
      accounts: 'Wie het product gebruiken',
      workings: 'De werking zelf',
    },
    tables: {
      observations: {
        name: 'Waarnemingen',
        says: 'Wat een record van een platform over één verbinding of vergadering meldt, ontdaan van namen en adressen.',
      },
      intake: {
        name: 'Leveringen',
        says: 'Hoeveel records per levering zijn aangenomen, geweigerd of weggelaten. Alleen aantallen.',
      },
      refused: {
        name: 'Geweigerde records',
        says: 'Waarom een record is geweigerd, en waar in de levering het stond. Niet wat erin stond.',
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
        name: 'Gezondheid van bronnen',
        says: 'Hoe vaak er iets mankeert aan de records van een bron, per uur.',
      },
      arrival_health: { name: 'Late records', says: 'Hoeveel records van een bron te laat kwamen, per uur.' },
      cube_day: {
        name: 'Dagtotalen',
        says: 'Per dag en groep: hoeveel verbindingen, mensen en vergaderingen, en hoe het ging.',
      },
      cube_month: { name: 'Maandtotalen', says: 'Hetzelfde per maand. Hieruit wordt gepubliceerd.' },
      strata: {
        name: 'Vergelijkbare groepen',
        says: 'Totalen naar locatie, platform, netwerk en soort apparaat, om gelijk met gelijk te vergelijken.',
      },
      strata_models: { name: 'Vergelijkbare apparaten', says: 'Hetzelfde naar model en versie van apps en apparaten.' },
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
        says: 'Hoe elke verbinding is meegeteld, om bij een nieuwe revisie te zien door hoeveel mensen een cijfer verandert.',
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
      sources: { name: 'Bronnen', says: 'De platforms die records leveren, en de afspraken daarover.' },
      keys: {
        name: 'Sleutels',
        says: 'De sleutels waarmee pseudoniemen worden gemaakt, versleuteld bewaard; elke maand een nieuwe.',
      },
      ledger: {
        name: 'Gewist of bezwaar',
        says: 'Waaraan het product iemand herkent die is gewist of bezwaar heeft, zonder te weten wie het is.',
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
        name: 'Lopende wisselingen',
        says: 'Welke dag op het punt staat te worden vervangen, zodat een onderbreking niets kwijtraakt.',
      },
      schema_migrations: {
        name: 'Versies van de gegevensopslag',
        says: 'Welke wijzigingen van de vorm zijn uitgevoerd.',
      },
      migrations: { name: 'Versies van de beheeropslag', says: 'Welke wijzigingen van de vorm zijn uitgevoerd.' },
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
    stores: { clickhouse: 'gegevensopslag', control: 'beheeropslag' },
    differs: (fields, says) => `${fields}: ${says}`,
    rules: 'Waarop wordt gelet',
    rulesSays:
      'Het product zoekt alleen naar wat hieronder staat. Elke regel gaat over groepen die gepubliceerd mogen worden, nooit over een persoon.',
    rule: { needs: 'Nodig', on: 'Wordt toegepast bij', fires: 'Leidt tot een bevinding als', version: 'versie' },
    healthRules: 'Over de gegevens zelf',
    otherRules: 'Over vergaderingen en ruimtes',
  },
}
