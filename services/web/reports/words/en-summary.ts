/** Summary and reading guide in English. */
import type { Explained, ReadingId, SummaryWords } from './words.ts'

const CERTAINTY = {
  strong: 'The evidence for it is strong.',
  moderate: 'The evidence for it is moderate: chance is unlikely, but not ruled out.',
  indicative: 'It is only an indication, no proof.',
} as const

export const EN_SUMMARY: SummaryWords = {
  use: ({ month, legs, meetings }) =>
    `In ${month} people made about ${legs} connections${meetings === null ? '' : `, in about ${meetings} meetings`}.`,
  noPeople: (k, rooms) =>
    `This report says nothing about people: those of this month are no safe group of at least ${k} persons. ` +
    (rooms === 0
      ? 'There is no figure about rooms either.'
      : `It is only about ${rooms === 1 ? 'one room' : `${rooms} rooms`} and how complete the data are.`),
  poor: {
    measured: (percent) => `Of the connections whose quality was measured, ${percent} were poor`,
    windows: (percent) => `By the score of Pexip, ${percent} of the connections were poor`,
    alarms: (percent) => `By the alarms of Cisco Meeting Server, ${percent} of the connections were poor`,
  },
  failed: (percent) => `Joining failed for ${percent} of the connections`,
  against: {
    more: (percent, month) => `, clearly more than in ${month} (${percent})`,
    fewer: (percent, month) => `, clearly fewer than in ${month} (${percent})`,
    same: (percent, month) => `; that is not clearly different from ${month} (${percent})`,
  },
  worst: ({ title, confidence, impact, more }) =>
    [
      `This stands out most. ${title}.`,
      CERTAINTY[confidence],
      impact === '' ? '' : `You notice ${impact}.`,
      more === 0 ? '' : more === 1 ? 'There is one more piece of advice.' : `There are ${more} more pieces of advice.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  nothing:
    'There is no advice: as far as the data show, no site, device or software version does clearly worse than the rest.',
  nothingYet: (open, all) => `There is no advice, but for ${open} of ${all} questions there is not enough to say yet.`,
  handled: 'All advice of this month has been carried out or turned down.',
  first: (action) => `What to do first? ${action}`,
  unknown: (parts) => `What we do not know or do not say: ${parts.join('; ')}.`,
  part: (from, until) => `the data are not of the whole month, but of ${from} to ${until}`,
  ungraded: (percent) => `how good ${percent} of the connections were`,
  incomplete: (days) =>
    `on ${days === 1 ? 'one day' : `${days} days`} the start or the end of more than 5% of the connections is missing`,
  unanswered: (open, all) => `we have no answer yet to ${open} of ${all} questions`,
  small: (k) => `groups of fewer than ${k} persons are not shown, to protect them`,
}

export const EN_READING: Readonly<Record<ReadingId, Explained>> = {
  range: () => ({
    label: '8% (5–12%)',
    text:
      '8% is what was counted. Between brackets stands the range: by chance the number could have come out somewhat higher or lower, ' +
      'and of 100 such ranges about 95 hold the true value. The fewer connections, the wider the range. ' +
      'Where two ranges have nothing in common, the difference is clear.',
  }),
  evidence: () => ({
    label: 'How sure',
    text:
      'Strong evidence: it is hardly chance (q < 0.05). Also, there are more than enough data, or it was found in a second way or a month earlier. What was counted is strong evidence, too. ' +
      'Moderate evidence: chance is unlikely (q < 0.10), but there is no more than that yet. An indication: it cannot be tested.',
  }),
  q: ({ format }) => ({
    label: `q < ${format.number(0.05)}`,
    text: 'Who compares many groups will always find one that looks bad by chance. q takes that into account: of all findings with q < 0.05, fewer than 5 in 100 are expected to be chance.',
  }),
  independent: () => ({
    label: 'independent connections',
    text: 'Connections in the same meeting resemble each other. So 300 connections may tell no more than 110 that have nothing to do with each other; that smaller number was used.',
  }),
  points: () => ({
    label: 'percentage points',
    text: 'The difference of two percentages: from 4% to 7% is 3 percentage points. The range of the difference is worked out within comparable groups, from figures that are not rounded.',
  }),
  bounded: () => ({
    label: '≤ 5%, ≥ 95%',
    text: 'Of fewer than 50 connections; for the share of poor ones: of fewer than 50 that were graded, however many there are in all. Of a very low or very high percentage we then only say that it was 5% or less, or 95% or more. Where a range stands beside it, it says how high or low the true value may still be with so few connections.',
  }),
  few: ({ k }) => ({
    label: `< ${k} p., too few`,
    text: `Fewer than ${k} persons, or one of them has more than half, or there was nobody. Which of the three is not said: that protects them. A day also needs at least 50 connections.`,
  }),
  class: () => ({
    label: '200–499',
    text: 'A combination of two things shows no number of connections, but between which two numbers it lies.',
  }),
  percentiles: () => ({
    label: 'median, p90, p10',
    text: 'Median: half of the connections were below. p90: 90 in 100 were below, so 10 in 100 were worse. With MOS low is bad; p10 there means that 10 in 100 were below.',
  }),
  loss: () => ({ label: 'loss', text: 'The share of the packets with picture or sound that did not arrive.' }),
  jitter: () => ({
    label: 'jitter',
    text: 'How irregularly packets arrive, in thousandths of a second (ms). Much jitter makes sound falter.',
  }),
  rtt: () => ({
    label: 'round trip',
    text: 'How long a packet takes there and back, in ms. From about 300 ms on people talk across each other.',
  }),
  mos: () => ({
    label: 'MOS',
    text: 'An estimate of how good people find speech, from 1 (bad) to 5 (excellent).',
  }),
}
