/** Samenvatting en leeswijzer in het Nederlands. */
import type { ReadingId, Explained, SummaryWords } from './words.ts'

const CERTAINTY = {
  strong: 'Het bewijs hiervoor is sterk.',
  moderate: 'Het bewijs hiervoor is redelijk: toeval is onwaarschijnlijk, maar niet uitgesloten.',
  indicative: 'Dit is alleen een aanwijzing, geen bewijs.',
} as const

export const NL_SUMMARY: SummaryWords = {
  use: ({ month, legs, meetings }) =>
    `In ${month} maakten mensen ongeveer ${legs} keer verbinding met een vergadering${meetings === null ? '' : `. Er waren ongeveer ${meetings} vergaderingen`}.`,
  noPeople: (k, rooms) =>
    `Over mensen zegt dit rapport niets. Daarvoor zijn minstens ${k} personen nodig, en geen van hen mag meer dan de helft van de verbindingen of van de tijd hebben. ` +
    (rooms === 0
      ? 'Ook over ruimtes is er geen cijfer.'
      : `Het gaat alleen over ${rooms === 1 ? 'één ruimte' : `${rooms} ruimtes`}, en over hoe volledig de gegevens zijn.`),
  poor: {
    measured: (percent) => `Van de verbindingen waarvan de kwaliteit gemeten is, was ${percent} slecht`,
    windows: (percent) => `Volgens de score van Pexip was ${percent} van de verbindingen slecht`,
    alarms: (percent) => `Volgens de alarmen van Cisco Meeting Server was ${percent} van de verbindingen slecht`,
  },
  failed: (percent) => `Deelnemen mislukte bij ${percent} van de verbindingen`,
  against: {
    more: (percent, month) => `, duidelijk meer dan in ${month} (${percent})`,
    fewer: (percent, month) => `, duidelijk minder dan in ${month} (${percent})`,
    same: (percent, month) => `. Dat is niet duidelijk anders dan in ${month} (${percent})`,
  },
  worst: ({ title, confidence, impact, more }) =>
    [
      `Dit valt het meest op. ${title}.`,
      CERTAINTY[confidence],
      impact === '' ? '' : `U merkt ${impact}.`,
      more === 0 ? '' : more === 1 ? 'Er is nog één advies.' : `Er zijn nog ${more} adviezen.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  nothing:
    'Er is geen advies. In deze gegevens doet geen locatie, apparaat of softwareversie het duidelijk slechter dan de rest.',
  nothingYet: (open, all) => `Er is geen advies. Maar op ${open} van de ${all} vragen weten wij het antwoord nog niet.`,
  handled: 'Alle adviezen van deze maand zijn al uitgevoerd of afgewezen.',
  first: (action) => `Wat kunt u het eerst doen? ${action}`,
  unknown: (parts) => `Wat wij niet weten of niet zeggen: ${parts.join('; ')}.`,
  part: (from, until) => `de gegevens gaan alleen over ${from} tot en met ${until}`,
  ungraded: (percent) => `hoe goed ${percent} van de verbindingen was`,
  incomplete: (days) =>
    `op ${days === 1 ? 'één dag' : `${days} dagen`} kennen wij van meer dan 5% van de verbindingen het begin of het einde niet`,
  unanswered: (open, all) => `op ${open} van de ${all} vragen hebben wij nog geen antwoord`,
  small: (k) => `groepen van minder dan ${k} personen laten wij niet zien, om hen te beschermen`,
}

export const NL_READING: Readonly<Record<ReadingId, Explained>> = {
  range: () => ({
    label: '8% (5–12%)',
    text:
      '8% is wat er geteld is. Tussen haakjes staat de marge. Door toeval had het getal iets hoger of lager kunnen zijn. ' +
      'Van 100 zulke marges bevatten er ongeveer 95 de echte waarde. Hoe minder verbindingen, hoe breder de marge. ' +
      'Overlappen twee marges niet? Dan is het verschil duidelijk.',
  }),
  evidence: () => ({
    label: 'Hoe zeker',
    text:
      'Sterk bewijs: de kans op toeval is klein (q < 0,05). Bovendien zijn er ruim genoeg gegevens, of bleek het ook op een tweede manier of een maand eerder. Wat geteld is, is ook sterk bewijs. ' +
      'Redelijk bewijs: toeval is onwaarschijnlijk (q < 0,10), maar meer is er nog niet. Een aanwijzing: dit kunnen wij niet toetsen.',
  }),
  q: ({ format }) => ({
    label: `q < ${format.number(0.05)}`,
    text: 'Wie veel groepen vergelijkt, vindt er door toeval altijd wel een die er slecht uitziet. q houdt daar rekening mee. Van 100 bevindingen met q < 0,05 zijn er naar verwachting minder dan 5 toeval.',
  }),
  independent: () => ({
    label: 'losse verbindingen',
    text: 'Verbindingen in dezelfde vergadering lijken op elkaar. Daarom zeggen 300 verbindingen soms niet meer dan 110 die niets met elkaar te maken hebben. Wij rekenen met dat kleinere aantal.',
  }),
  points: () => ({
    label: 'procentpunt',
    text: 'Het verschil tussen twee percentages: van 4% naar 7% is 3 procentpunt. De marge van het verschil komt uit vergelijkbare groepen en uit cijfers die niet zijn afgerond.',
  }),
  bounded: () => ({
    label: '≤ 5%, ≥ 95%',
    text: 'Er zijn minder dan 50 verbindingen. Bij slechte verbindingen tellen alleen verbindingen mee die beoordeeld zijn: dat kunnen er veel minder zijn. Van een heel laag of heel hoog percentage zeggen wij dan alleen dat het 5% of minder was, of 95% of meer. Staat er een marge bij? Die zegt hoe hoog of laag de echte waarde bij zo weinig verbindingen nog kan zijn.',
  }),
  few: ({ k }) => ({
    label: `< ${k} p., te weinig`,
    text: `Minder dan ${k} personen, of één persoon heeft meer dan de helft, of er was niemand. Welke van de drie het is, zeggen wij niet. Dat beschermt hen. Voor een dag zijn ook minstens 50 verbindingen nodig.`,
  }),
  class: () => ({
    label: '200–499',
    text: 'Bij twee kenmerken samen, zoals locatie en netwerk, staat geen aantal verbindingen. Er staat tussen welke twee aantallen het ligt.',
  }),
  percentiles: () => ({
    label: 'mediaan, p90, p10',
    text: 'Mediaan: de helft van de verbindingen zat eronder. p90: 90 van de 100 zaten eronder, dus 10 van de 100 waren slechter. Bij MOS is laag slecht. Daar staat p10: 10 van de 100 zaten eronder.',
  }),
  loss: () => ({ label: 'verlies', text: 'Het aandeel van de pakketten met beeld of geluid dat niet aankwam.' }),
  jitter: () => ({
    label: 'jitter',
    text: 'Hoe onregelmatig pakketten aankomen, in duizendsten van een seconde (ms). Veel jitter geeft haperend geluid.',
  }),
  rtt: () => ({
    label: 'heen en terug',
    text: 'Hoe lang een pakket heen en terug doet, in ms. Vanaf ongeveer 300 ms praten mensen door elkaar heen.',
  }),
  mos: () => ({
    label: 'MOS',
    text: 'Een schatting van hoe goed mensen spraak vinden, van 1 (slecht) tot 5 (uitstekend).',
  }),
}
