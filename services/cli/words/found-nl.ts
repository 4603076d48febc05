import { formatOf } from '../../shared/format.ts'
import type { FoundWords } from './found.ts'

const format = formatOf('nl')

export const FOUND_NL: FoundWords = {
  stored: 'Dit is opgeslagen. Klopt een aantal niet, dan staat erbij wat het moest zijn:',
  months: {
    month: 'maand',
    legs: 'verbindingen',
    conferences: 'vergaderingen',
    persons: 'sleutels van personen',
  },
  notTrue: (stored, truth) => `${format.number(stored)} (echt: ${format.number(truth)})`,
  number: (count) => format.number(count),

  compared: ({ legs, conferences, persons, differences }) => [
    `Goed opgeslagen zijn ${format.number(legs.equal)} van de ${format.number(legs.truth)} verbindingen, ${format.number(conferences.equal)} van de ${format.number(conferences.truth)} vergaderingen en ` +
      `${format.number(persons.equal)} van de ${format.number(persons.truth)} sleutels van personen. ` +
      `Elk veld is vergeleken. Verschillen: ${format.number(differences)}.`,
    'Een persoon heeft elke maand één sleutel per soort adres. Wie ook per telefoon belt, heeft er dus twee.',
    'Is het einde van een verbinding niet gemeld, dan wordt het geschat. Duurt een verbinding langer dan 24 uur,',
    'dan telt zij voor 24 uur. Hoe vaak dat gebeurt, staat hieronder.',
  ],
  differs: {
    missing: 'ontbreekt',
    surplus: 'te veel',
    differs: 'anders',
    split: 'gesplitst',
    joined: 'samengevoegd',
  },
  of: { leg: 'verbinding', conference: 'vergadering', person: 'persoon' },
  more: (count) => `en nog ${format.number(count)} (--json toont ze allemaal)`,

  legs: (shown, all, day) =>
    shown === all
      ? `De ${format.number(all)} verbindingen van ${format.day(day)}, zoals \`avesqo legs\` ze toont:`
      : `De eerste ${shown} van de ${format.number(all)} verbindingen van ${format.day(day)}, zoals \`avesqo legs\` ze toont:`,
  health: 'Zo goed zijn deze gegevens:',
  healthHead: {
    source: 'bron',
    legs: 'verbindingen',
    imputed: 'einde geschat',
    orphan: 'geen vergadering',
    capped: 'langer dan 24 u',
    late: 'te laat',
    unattached: 'los',
    beyondLeg: 'na 48 u',
    linkTooWide: 'te breed',
  },
  healthSays: [
    'te laat: meer dan een dag na het einde van de dag gemeld. los: de melding gaat alleen over kwaliteit.',
    'na 48 u: meer dan 48 uur na het begin van de verbinding gemeld. te breed: de melding hoort bij te veel verbindingen.',
  ],
  intake: 'Dit is ontvangen:',
  intakeHead: {
    source: 'bron',
    deliveries: 'leveringen',
    records: 'meldingen',
    accepted: 'aangenomen',
    refused: 'geweigerd',
    observations: 'waarnemingen',
    dropped: 'niets te bewaren',
    ignored: 'niet gelezen',
  },
  refused: 'Geweigerd, en waarom (nothing_to_count is geen fout: dan meldt het platform iets over zichzelf):',
  ignored:
    'Wat niet is gelezen, heeft het product niet nodig. Het neemt die gegevens nooit over: namen, titels, adressen en meer.',
  observation: 'Zo is een opgeslagen waarneming ontstaan, veld voor veld:',
  noObservation: 'geen',
  explain:
    'Zie zelf wat er van een melding van u bewaard zou worden: npm run -s avesqo -- explain --lang nl --platform <platform> <bestand>',

  notPublished: 'Er is nog geen maand voorbij. Daarom is er niets gepubliceerd. Met --days 20 of meer wel.',
  published: (months) =>
    `Gepubliceerd: ${months.map((one) => format.month(one)).join(', ')}. Dit ziet de privacyfunctionaris van de laatste maand. Er staan geen cijfers en geen namen in:`,
  report: 'En dit is het rapport van die maand. Het bevat alleen cijfers en bevindingen die zijn gepubliceerd:',
}
