/** Samenvatting en leeswijzer in het Nederlands. */
import type { ReadingId, Explained, SummaryWords } from './words.ts'

const CERTAINTY = {
  strong: 'Het bewijs hiervoor is sterk.',
  moderate: 'Het bewijs hiervoor is redelijk: toeval is onwaarschijnlijk, maar niet uitgesloten.',
  indicative: 'Dit is alleen een aanwijzing, geen bewijs.',
} as const

export const NL_SUMMARY: SummaryWords = {
  use: ({ month, legs, meetings }) =>
    `In ${month} waren er ongeveer ${legs} verbindingen van mensen${meetings === null ? '' : `, in ongeveer ${meetings} vergaderingen`}.`,
  noPeople: (k, rooms) =>
    `Over mensen zegt dit rapport niets: die van deze maand zijn geen veilige groep van ten minste ${k} personen. ` +
    (rooms === 0
      ? 'Ook over ruimtes is er geen cijfer.'
      : `Het gaat alleen over ${rooms === 1 ? 'één ruimte' : `${rooms} ruimtes`} en over de volledigheid van de gegevens.`),
  poor: {
    measured: (percent) => `Van de verbindingen waarvan de kwaliteit gemeten is, was ${percent} slecht`,
    windows: (percent) => `Van de verbindingen met kwaliteitsvensters van Pexip was ${percent} slecht`,
    alarms: (percent) => `Volgens de alarmen van Cisco Meeting Server was ${percent} van de verbindingen slecht`,
  },
  failed: (percent) => `Deelnemen mislukte bij ${percent} van de verbindingen`,
  against: {
    more: (percent, month) => `, duidelijk meer dan in ${month} (${percent})`,
    fewer: (percent, month) => `, duidelijk minder dan in ${month} (${percent})`,
    same: (percent, month) => `; dat verschilt niet duidelijk van ${month} (${percent})`,
  },
  worst: ({ title, confidence, impact, more }) =>
    [
      `Wat het meest opvalt: ${title}.`,
      CERTAINTY[confidence],
      impact === '' ? '' : `Het kost ${impact}.`,
      more === 0 ? '' : more === 1 ? 'Er is nog één advies.' : `Er zijn nog ${more} adviezen.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  nothing:
    'Er is geen advies: voor zover de gegevens het laten zien, doet geen locatie, apparaat of softwareversie het duidelijk slechter dan de rest.',
  nothingYet: (open, all) =>
    `Er is geen advies, maar bij ${open} van de ${all} vragen is er nog niet genoeg om iets te zeggen.`,
  handled: 'Alle adviezen van deze maand zijn al gedaan of afgewezen.',
  first: (action) => `Wat kunt u het eerst doen? ${action}`,
  unknown: (parts) => `Wat wij niet weten of niet zeggen: ${parts.join('; ')}.`,
  part: (from, until) => `de gegevens gaan niet over de hele maand, maar over ${from} tot en met ${until}`,
  ungraded: (percent) => `van ${percent} van de verbindingen is de kwaliteit niet bekend`,
  incomplete: (days) =>
    `op ${days === 1 ? 'één dag' : `${days} dagen`} ontbreekt van meer dan 5% van de verbindingen het begin of het einde`,
  unanswered: (open, all) => `bij ${open} van de ${all} vragen is er nog niet genoeg om iets te zeggen`,
  small: (k) => `groepen van minder dan ${k} personen staan er niet, om hen te beschermen`,
}

export const NL_READING: Readonly<Record<ReadingId, Explained>> = {
  range: () => ({
    label: '8% (5–12%)',
    text:
      '8% is wat er geteld is. Tussen haakjes staat de marge: door toeval had het getal iets hoger of lager kunnen uitvallen, ' +
      'en van 100 zulke marges bevatten er ongeveer 95 de werkelijke waarde. Hoe minder verbindingen, hoe breder de marge. ' +
      'Hebben twee marges niets gemeen, dan is het verschil duidelijk.',
  }),
  evidence: () => ({
    label: 'Zekerheid',
    text:
      'Sterk bewijs: de kans op toeval is klein (q < 0,05), en er zijn ruim genoeg gegevens of het werd ook op een tweede manier of een maand eerder gevonden; een feit dat geteld is, is ook sterk. ' +
      'Redelijk bewijs: toeval is onwaarschijnlijk (q < 0,10), maar nog niet op een tweede manier bevestigd. Aanwijzing: er is niet te toetsen.',
  }),
  q: ({ format }) => ({
    label: `q < ${format.number(0.05)}`,
    text: 'Wie veel groepen vergelijkt, vindt er altijd wel een die er bij toeval slecht uitziet. q houdt daar rekening mee: van alle bevindingen met q < 0,05 zijn er naar verwachting minder dan 5 van de 100 toeval.',
  }),
  independent: () => ({
    label: 'onafhankelijk',
    text: 'Verbindingen in dezelfde vergadering lijken op elkaar. Daarom zeggen 300 verbindingen soms niet meer dan 110 die niets met elkaar te maken hebben; met dat kleinere aantal is gerekend.',
  }),
  points: () => ({
    label: 'procentpunt',
    text: 'Het verschil tussen twee percentages: van 4% naar 7% is 3 procentpunt. De marge van het verschil is berekend binnen vergelijkbare groepen, met onafgeronde cijfers.',
  }),
  bounded: () => ({
    label: '≤ 5%, ≥ 95%',
    text: 'Uit minder dan 50 verbindingen; bij slechte verbindingen: uit minder dan 50 die zijn beoordeeld, hoeveel het er in totaal ook zijn. Van een heel laag of heel hoog percentage noemen wij dan alleen dat het 5% of minder was, of 95% of meer. Staat er een marge bij, dan zegt die hoe hoog of laag de werkelijke waarde bij zo weinig verbindingen nog kan zijn.',
  }),
  few: ({ k }) => ({
    label: `< ${k} p., te weinig`,
    text: `Minder dan ${k} personen, of één van hen heeft meer dan de helft, of er was niemand. Welke van de drie zeggen wij niet: dat beschermt hen. Een dag heeft ook minstens 50 verbindingen nodig.`,
  }),
  class: () => ({
    label: '200–499',
    text: 'Bij een combinatie van twee kenmerken staat geen aantal verbindingen, maar tussen welke twee aantallen het ligt.',
  }),
  percentiles: () => ({
    label: 'mediaan, p90, p10',
    text: 'Mediaan: de helft van de verbindingen zat eronder. p90: 90 van de 100 zaten eronder, dus 10 van de 100 waren slechter. Bij MOS is laag slecht; daar staat p10: 10 van de 100 zaten eronder.',
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
