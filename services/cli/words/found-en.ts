import { formatOf } from '../../shared/format.ts'
import type { FoundWords } from './found.ts'

const format = formatOf('en')

export const FOUND_EN: FoundWords = {
  stored: 'What is stored; where it is not what must be there, the truth stands beside it:',
  months: { month: 'month', legs: 'legs', conferences: 'conferences', persons: 'person keys' },
  notTrue: (stored, truth) => `${format.number(stored)} (truth: ${format.number(truth)})`,
  number: (count) => format.number(count),

  compared: ({ legs, conferences, persons, differences }) => [
    `${format.number(legs.equal)} of ${format.number(legs.truth)} legs, ${format.number(conferences.equal)} of ${format.number(conferences.truth)} conferences and ` +
      `${format.number(persons.equal)} of ${format.number(persons.truth)} person keys are stored as they must be, in every field of the truth file. ` +
      `Differences: ${format.number(differences)}.`,
    'A person has one key a month and sort of identifier: who also dials in by telephone has two. The truth says what must',
    'come out: an end that nobody told is imputed, and a leg of more than 24 hours is cut (counted below).',
  ],
  differs: { missing: 'missing', surplus: 'surplus', differs: 'differs', split: 'split', joined: 'joined' },
  of: { leg: 'leg', conference: 'conference', person: 'person' },
  more: (count) => `and ${format.number(count)} more (--json lists them)`,

  legs: (shown, all, day) =>
    `The first ${shown} of ${format.number(all)} legs of ${day}, as \`avesqo legs\` shows them:`,
  health: 'How sound they are:',
  healthHead: {
    source: 'source',
    legs: 'legs',
    imputed: 'end imputed',
    orphan: 'of no conference',
    capped: 'cut at 24 h',
    late: 'late',
    unattached: 'of no leg',
    beyondLeg: 'beyond leg',
    linkTooWide: 'link too wide',
  },
  healthSays: [
    'late: told more than a day after its day had ended; of no leg: speaks of quality only; beyond leg: told more than 48 h',
    'after the leg began; link too wide: shares an id with too many others.',
  ],
  intake: 'What was received:',
  intakeHead: {
    source: 'source',
    deliveries: 'deliveries',
    records: 'records',
    accepted: 'accepted',
    refused: 'refused',
    observations: 'observations',
    dropped: 'nothing to keep',
    ignored: 'values not read',
  },
  refused: 'Refused, and why (nothing_to_count is no fault: a notice of the platform about itself):',
  ignored:
    'Values not read are what the product has no use for and never takes: names, titles, addresses and the like among them.',
  observation: 'Of one stored observation, how some fields came to be:',
  noObservation: 'none',
  explain: 'See for yourself what would be kept of a record of yours: npm run -s avesqo -- explain --help',

  notPublished: 'No month is over, so nothing is published: with --days 20 and more one is.',
  published: (months) =>
    `Sealed: ${months.join(', ')}. What the privacy officer sees of the last one; no figure, no name:`,
  report: 'And its report, made of published figures and findings only:',
}
