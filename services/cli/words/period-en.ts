import type { PeriodWords, RefusedMonth } from './period.ts'

function call(name: string, tenant: string, month: string): string {
  return `avesqo period ${name} --tenant ${tenant} --month ${month}`
}
function callOf(name: string, { month, terms }: RefusedMonth): string {
  return call(name, terms.id, month)
}

export const PERIOD_EN: PeriodWords = {
  status: {
    head: { month: 'month', state: 'state', revision: 'revision', sealed: 'sealed on', due: 'due', people: 'people' },
    states: { open: 'open', closed: 'closed', sealed: 'sealed', reopened: 'reopened', frozen: 'frozen' },
    shown: 'shown',
    tooFew: 'too few',
    part: (month) => `${month} (part)`,
    partSays: 'part: the contract begins or ends within that month.',
    reopened: (month, reason) => `${month} is opened again: ${reason}`,
    mayBeSealed: ({ tenant, month, due }) => `${month} can be sealed from ${due} on: ${call('seal', tenant, month)}`,
    waits: ({ tenant, month }) => `${month} waits to be sealed again: ${call('seal', tenant, month)}`,
  },

  sealed: ({ tenant, month, revision }) => `${month} of ${tenant} is sealed, revision ${revision}.`,
  sealedAgain: ({ tenant, month, revision }) =>
    `${month} of ${tenant} is sealed again, and revision ${revision} stands: nothing changed, or so few persons did ` +
    'that a new figure would tell of them.',
  read: ({ tenant, month }) => `Read it with: avesqo report --tenant ${tenant} --month ${month}`,
  reopened: ({ tenant, month, revision }) => [
    `${month} of ${tenant} is open again; revision ${revision} stays published until it is sealed.`,
    `Seal it with: ${call('seal', tenant, month)}`,
  ],
  noPeople: 'Nothing is said about people: they are too few, or one of them has most of it.',
  stageCounting: 'counting what is not counted yet',
  stageDeciding: 'all is counted; deciding what may be shown',

  protocol: {
    title: ({ tenant, month, revision, k }) =>
      `${month} of ${tenant}, revision ${revision}; fewest persons of a group: ${k}.`,
    head: { cut: 'cut', cells: 'cells', shown: 'shown', rules: 'not shown, by rule' },
    people: (dimensions) => `people: ${dimensions.length === 0 ? 'all' : dimensions.join(' × ')}`,
    rooms: 'rooms',
    cellSays: 'A cell is a value, or a pair of values, that occurs.',
    roomSays: 'Each room counts once: it is in every table about rooms, or in none.',
    byRule: 'Not shown, by rule:',
    rules: {
      persons: { name: 'persons', says: 'fewer persons than a group must have' },
      dominance: { name: 'dominance', says: 'one person has more than half of its legs or time' },
      folded: { name: 'folded', says: 'its value stands together with others as "other"' },
      one_value: { name: 'one_value', says: 'its dimension has one value left, which says nothing' },
      class_taken: {
        name: 'class_taken',
        says: 'it shows no size class: a hidden cell beside it could be worked out',
      },
      cut_classes_taken: {
        name: 'cut_classes_taken',
        says: 'the cut shows no size classes: a hidden cell of it could be worked out',
      },
      cut_taken: { name: 'cut_taken', says: 'the cut is not shown: a hidden cell of it could be worked out' },
      kept: {
        name: 'kept',
        says: 'it shows first figures: what changed since came from too few persons, or mostly from one',
      },
      room_not_visible: {
        name: 'room_not_visible',
        says: 'the room met too few people or too seldom, or is mostly one person’s',
      },
      tenant: { name: 'tenant', says: 'the customer’s people are too few to be shown at all' },
    },
    neverSealed: ({ tenant, month }) =>
      `${month} of ${tenant} was never sealed. See: avesqo period status --tenant ${tenant}`,
  },

  refused: {
    before_contract: ({ month, terms: { id, contract_from: from } }) =>
      `${month} lies before the contract of ${id}, which begins on ${from}.`,
    after_contract: ({ month, terms: { id, contract_to: to } }) =>
      `${month} lies after the contract of ${id}, which ends on ${to ?? ''}.`,
    not_over: ({ month, due, terms: { id } }) => `${month} is not over at ${id}. It can be sealed from ${due} on.`,
    too_early: ({ month, due, terms: { id, seal_days: days } }) =>
      `${month} of ${id} can be sealed from ${due} on: late records are waited for, ${days} days. (avesqo tenant edit ${id} --seal-days changes that.)`,
    no_legs: ({ month, terms: { id } }) =>
      `Nothing is counted of ${month} at ${id}, so there is nothing to publish. See what has arrived: avesqo rollup status`,
    sealed: (of) =>
      `${of.month} of ${of.terms.id} is sealed already. Read it with: avesqo report --tenant ${of.terms.id} --month ${of.month}; to publish it anew, begin with: ${callOf('reopen', of)} --reason "…"`,
    not_sealed: ({ month, terms: { id } }) =>
      `${month} of ${id} was never sealed, so it cannot be opened again. See: avesqo period status --tenant ${id}`,
    reopened: (of) => `${of.month} of ${of.terms.id} is open already. Seal it with: ${callOf('seal', of)}`,
    frozen: ({ month, terms: { id } }) =>
      `${month} of ${id} is frozen: its facts go or have gone, and nothing of it can change any more.`,
  },
}
