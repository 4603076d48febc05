/** Signing in and the own account, in Dutch. */
import type { AccessWords } from './access.ts'

export const ACCESS_NL: AccessWords = {
  login: {
    title: 'Inloggen',
    lead: 'Voor klanten van Avesqo en voor haar adviseurs.',
    welcome: 'Uw wachtwoord is ingesteld. Log er nu mee in.',
    login: 'Inlognaam',
    password: 'Wachtwoord',
    submit: 'Inloggen',
    help: 'Hebt u geen account, of bent u uw wachtwoord vergeten? Vraag uw contactpersoon bij Avesqo om een nieuwe link: info@avesqo.com.',
    problems: {
      refused: () => 'Inlognaam of wachtwoord klopt niet. Controleer beide en probeer het opnieuw.',
      locked: (wait) => `Te vaak geprobeerd. Wacht ${wait} en probeer het opnieuw.`,
      busy: (wait) => `Op dit moment loggen er veel mensen in. Probeer het over ${wait} opnieuw.`,
    },
  },
  welcome: {
    titles: { setup: 'Inrichten', invitation: 'Welkom', reset: 'Een nieuw wachtwoord' },
    leads: {
      setup:
        'U maakt het eerste account: dat van de beheerder. De beheerder zorgt voor bronnen en accounts, en ziet geen cijfers.',
      invitation: (login, role) =>
        `Avesqo nodigt u uit, in de rol „${role}”. Uw inlognaam is ${login}. Kies een wachtwoord; daarna bent u ingelogd.`,
      reset: (login) => `Kies een nieuw wachtwoord voor ${login}. Daarna bent u ingelogd.`,
    },
    login: 'Inlognaam',
    loginHint: 'Bijvoorbeeld uw e-mailadres van het werk.',
    name: 'Naam',
    nameHint: 'Zo ziet een ander uw naam in de lijst van accounts.',
    password: 'Wachtwoord',
    hint: 'Minstens 12 tekens. Een paar woorden die niet bij elkaar horen, werken goed.',
    repeat: 'Nog een keer hetzelfde wachtwoord',
    submit: 'Wachtwoord opslaan',
    problems: {
      login_invalid: 'Deze inlognaam kan niet. Gebruik letters, cijfers en . _ @ + -',
      name_invalid: 'Vul een naam in.',
      login_taken: 'Er is al een account met deze inlognaam.',
    },
  },
  passwords: {
    too_short: 'Dit wachtwoord is te kort. Neem minstens 12 tekens.',
    too_long: 'Dit wachtwoord is te lang. Neem hoogstens 256 tekens.',
    too_common: 'Dit wachtwoord is makkelijk te raden. Kies andere woorden.',
    contains_login: 'Dit wachtwoord lijkt op uw inlognaam, uw naam of de naam van de organisatie. Kies andere woorden.',
    not_the_same: 'De twee wachtwoorden zijn niet hetzelfde.',
    busy: 'Het is nu te druk om uw wachtwoord te controleren. Probeer het zo meteen opnieuw.',
  },
  account: {
    title: 'Uw account',
    language: 'Taal',
    languages: { nl: 'Nederlands', en: 'English' },
    change: 'Opslaan',
    passwordTitle: 'Uw wachtwoord wijzigen',
    passwordLead: 'Daarna bent u op andere apparaten uitgelogd. Uw tokens werken niet meer.',
    current: 'Huidig wachtwoord',
    newPassword: 'Nieuw wachtwoord',
    currentWrong: 'Het huidige wachtwoord klopt niet.',
    sessionsTitle: 'Overal uitloggen',
    sessionsLead:
      'U wordt op elk apparaat uitgelogd, ook op dit. Al uw tokens stoppen. Doe dit als u een apparaat kwijt bent.',
    sessionsSubmit: 'Overal uitloggen',
    tokensTitle: 'Toegang voor programma’s',
    tokensLead:
      'Met een token leest een programma dezelfde cijfers als u. Wees er even voorzichtig mee als met een wachtwoord. Hebt u het niet meer nodig? Beëindig het dan. Om een token te maken, vult u uw wachtwoord in.',
    tokensApi: 'Wat programma’s kunnen opvragen',
    noTokens: 'U hebt geen tokens.',
    token: 'token',
    made: 'gemaakt op',
    ends: 'werkt tot',
    used: 'laatst gebruikt',
    neverUsed: 'nooit',
    end: 'Beëindigen',
    endOf: (label) => `Token ${label} beëindigen`,
    newToken: (label) => `Uw nieuwe token „${label}”`,
    once: 'Kopieer het nu: u ziet het alleen deze keer.',
    label: 'Waarvoor het is',
    labelHint: 'Bijvoorbeeld: rekenblad van facilitaire zaken.',
    days: 'Hoeveel dagen het werkt',
    daysHint: (most) => `Hoogstens ${most}.`,
    make: 'Token maken',
    problems: {
      label_invalid: 'Zeg in een paar woorden waarvoor het token is.',
      days_invalid: (most) => `Vul een heel aantal dagen in, van 1 tot en met ${most}.`,
      too_many: 'U hebt al zo veel tokens als een account mag hebben. Beëindig er eerst een.',
    },
  },
  seconds: (count) => (count === 1 ? '1 seconde' : `${count} seconden`),
  minutes: (count) => (count === 1 ? '1 minuut' : `${count} minuten`),
  locked: (wait) => `Te vaak geprobeerd. Wacht ${wait} en probeer het opnieuw.`,
  faults: {
    not_found: {
      title: 'Hier is niets',
      says: 'De pagina bestaat niet, of u mag haar niet zien. Kijk het adres na, of ga terug naar uw eigen pagina’s.',
    },
    link_ended: {
      title: 'Deze link werkt niet meer',
      says: 'Deze link is al gebruikt of is te oud. Vraag om een nieuwe.',
    },
    forbidden: {
      title: 'Dit hoort niet bij uw rol',
      says: 'Uw account mag dit niet. Vraag het uw contactpersoon bij Avesqo als u het nodig hebt.',
    },
    form_stale: {
      title: 'Dit formulier is te oud',
      says: 'Een formulier werkt alleen zolang u bent ingelogd. Ga terug, laad de pagina opnieuw en verstuur het nog eens.',
    },
    bad_request: {
      title: 'Het adres klopt niet',
      says: 'Wij kunnen iets in het adres van deze pagina niet lezen. Ga terug naar uw eigen pagina’s.',
    },
    too_many_requests: {
      title: 'Te veel aanvragen',
      says: 'U vroeg in korte tijd heel veel pagina’s. Het moet even langzamer.',
    },
    busy: { title: 'Even druk', says: 'Er wordt nu te veel tegelijk gevraagd.' },
    unavailable: { title: 'Even niet beschikbaar', says: 'De opslag antwoordt nu niet. Er gaat niets verloren.' },
    internal: {
      title: 'Er ging hier iets mis',
      says: 'Dat ligt aan ons. Het staat in het logboek van de server. Probeer het later opnieuw. Blijft het misgaan? Meld het dan aan uw contactpersoon bij Avesqo.',
    },
    other: {
      title: 'Dat is niet gelukt',
      says: 'Wij konden niet doen wat u vroeg. Ga terug en probeer het opnieuw.',
    },
    retry: (wait) => `Probeer het over ${wait} opnieuw.`,
    back: 'Naar uw eigen pagina’s',
    form: 'Terug naar het formulier',
    first: 'Naar de beginpagina',
  },
}
