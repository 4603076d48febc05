import { LISTEN_FAULTS } from '../../processes/listen-faults.ts'
import type { DemoWords } from './demo.ts'
import { formatOf } from '../../shared/format.ts'

const format = formatOf('en')
const ELSEWHERE = 'give this one a place of its own, such as: --dir ./demo2 --port 8081'

export const DEMO_EN: DemoWords = {
  invented: (name) => `${name} (invented)`,
  supplier: 'the organisation’s own server (invented)',

  places: (data, keys) => `Data in ${data}, keys in ${keys}.`,
  organisation: ({ people, days, firstDay, seed }) =>
    `An invented organisation of ${format.number(people)} people, ${days} days from ${firstDay} on (seed ${seed}).`,
  truth: (file) => `What must come out: ${file}, which the product never reads.`,
  sending: (url, order) => `Receivers on ${url}. Sending what the platforms tell, in ${order} order:`,
  sent: (percent, deliveries, records) =>
    `  ${percent} %: ${format.number(deliveries)} deliveries acknowledged with ${format.number(records)} records`,
  counting: 'Counting legs, conferences and cells:',
  countingStill: '  counting …',
  daysDone: (days) => `  ${days} days done`,
  rebuilt: (days, ms) => `  ${days} days rebuilt in ${(ms / 1_000).toFixed(1)} s`,
  sealing: 'Sealing the months that are over:',
  sealed: (month, ms, revision) => `  ${month} sealed in ${(ms / 1_000).toFixed(1)} s, revision ${revision}`,
  comparing: 'Comparing with what really happened.',
  small: (people) =>
    `A second customer, of ${people} people: too few for any figure of them. The consultant sees both.`,

  again: 'All is ready. The links once more:',
  ready: (seconds) => `Reports can be read, ${seconds} s after the start. Open in a browser on this machine:`,
  readers: {
    customer_viewer: (name, customer) => `${name}, customer: the months of ${customer}, each with its report`,
    consultant: (name) => `${name}, consultant: all customers side by side, and the follow-up of advice`,
    privacy_officer: (name) => `${name}, privacy officer: what was withheld, and what is kept and why`,
    operator: (name) => `${name}, operator: sources, deliveries, freshness, accounts`,
  },
  login: (login) => `login: ${login}`,
  password: (password) => [
    `Password of all four, made for this demo only: ${password}`,
    'The links need none. You need it to sign in by hand, and to make an API token on the page of an account.',
  ],
  serving: 'The demo goes on serving the links above. Stop it with Ctrl-C.',
  stopping: 'Stopping …',

  refused: {
    atWork: (data, pid) => `A demo is at work in ${data} (process ${pid}). Stop that one, or ${ELSEWHERE}`,
    served: (data) => `Another avesqo process is at work in ${data}. Stop that one, or ${ELSEWHERE}`,
    foreign: (path) => `${path} exists and was not made by the demo. Move it away, or name another with --dir.`,
    listen: (fault, host, port) =>
      `${host}, port ${port}, ${LISTEN_FAULTS[fault]}, or name another with --port, such as: --port 8081.`,
    noSource: (platform) => `There is no source of platform ${platform}.`,
    answered: (status, platform) => `The receiver answered ${status} to a delivery of ${platform}.`,
  },

  faults: {
    bad_site_network: 'The network of Groningen loses packets in the middle third of the period.',
    bad_room_model: 'One model of room equipment has poor pictures and is cut off.',
    failing_joins: 'Joining from Utrecht Annex often fails at first.',
    bad_transport: 'The gateway to the telephone network loses packets.',
    old_software: 'Rooms with an old version of their software are cut off.',
  },
  faultsHead: ['fault', 'what it does'],
  planted: 'What is wrong there, to be read beside the advice; the product was not told:',
  nonePlanted: 'Nothing is wrong there: no fault was planted.',
}
