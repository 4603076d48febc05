/** English. */
import type { RuleText, Said, TestCode, Texts } from './said.ts'

const quality = ({ by }: Said): string => `Judged by ${by}.`
const times = ({ times: ratio }: Said): string => (ratio === '' ? '' : `, ${ratio} times as many`)
const equipment = ({ rooms }: Said): string => (rooms ? 'rooms' : 'people')
const trouble = ({ outcome }: Said): string =>
  outcome === 'dropped' ? 'connections dropped out' : 'connections were poor'

const SITE_QUALITY: RuleText = {
  name: 'Sites with more poor connections than the others',
  needs: 'Connections with a site and with measured quality, quality windows or alarms, at two sites or more.',
  on: 'Two sites that may be named, each with connections of which the quality is known.',
  fires:
    'A site whose share of poor connections is at least 2 percentage points and 1.5 times above that of comparable connections elsewhere (same platform, network and device class), costs at least 10 hours a month, and is no chance (q < 0.10).',
  title: ({ name }) => `${name} has more poor connections than your other sites`,
  finding: (said) => `At ${said.name} ${said.group} of the connections were poor. ${quality(said)}`,
  comparison: (said) =>
    `Comparable connections at your other sites (same platform, network and device class): ${said.reference}${times(said)}; the difference is ${said.points}.${said.causes === '' ? '' : ` What is in excess: ${said.causes}.`}`,
  action: ({ name }) =>
    `Have the access line of ${name} and its way to the platforms looked at: load at busy hours, priority of media (QoS), Wi-Fi coverage, and whether UDP is let through.`,
  check: ({ name, most }) =>
    `It has worked when the share at ${name} is at most ${most} for a whole month, like comparable connections.`,
}

const CHANGE: RuleText = {
  name: 'Sites whose quality changed on a date',
  needs: 'At least 20 days with graded connections of a site before the change, and 5 days after it.',
  on: 'A site that may be named, with about six weeks of connections of which the quality is known.',
  fires:
    'The daily share of poor connections of a site leaves its usual limits, and a split of its days explains it better than chance (q < 0.10): at least 2 percentage points and 1.5 times more than before.',
  title: ({ name, since }) => `Since ${since} quality at ${name} is worse`,
  finding: (said) =>
    `Since ${said.since} (between ${said.sinceLow} and ${said.sinceHigh}) ${said.group} of the connections at ${said.name} were poor. ${quality(said)}`,
  comparison: (said) => `Before it was ${said.reference}${times(said)}; the difference is ${said.points}.`,
  action: ({ name, sinceLow, sinceHigh }) =>
    `Look up what was changed at ${name} between ${sinceLow} and ${sinceHigh}: provider, firewall, Wi-Fi, firmware, a move; undo it or mend it.`,
  check: ({ name, most }) =>
    `It has worked when the daily share at ${name} is at most ${most} again for four weeks, as before.`,
}

const MODEL: RuleText = {
  name: 'Models that do worse than comparable equipment',
  needs: 'Connections with a known model, at sites and platforms where other models are used as well.',
  on: 'Two models that may be named; of rooms, at least 3 rooms with the model.',
  fires:
    'A model with at least 2 percentage points and 1.5 times more poor or dropped connections than other models at the same site and platform, at least 10 hours or 10 dropped connections a month, and no chance (q < 0.10).',
  title: (said) =>
    said.outcome === 'dropped'
      ? `${said.name} drops out more often than comparable equipment`
      : `${said.name} has more poor connections than comparable equipment`,
  finding: (said) =>
    `With ${said.name} (${equipment(said)}) ${said.group} of the ${trouble(said)}.${said.by === '' ? '' : ` ${quality(said)}`}`,
  comparison: (said) =>
    `Other models at the same sites and platforms: ${said.reference}${times(said)}; the difference is ${said.points}.`,
  action: ({ name, rooms }) =>
    rooms
      ? `Bring ${name} to its newest software and check its network connection; where that does not help, plan its replacement, busiest rooms first.`
      : `Have ${name} updated where it is used; where that does not help, advise another app or device.`,
  check: ({ name, most }) =>
    `It has worked when the share of ${name} is at most ${most} for a whole month, like other models.`,
}

const SOFTWARE: RuleText = {
  name: 'Software versions that do worse than others of the same model',
  needs:
    'Connections with model and version, where one model is in use with two versions at the same site and platform.',
  on: 'A model with two versions that may be named.',
  fires:
    'A version with at least 2 percentage points and 1.5 times more poor or dropped connections than other versions of the same model, at least 10 hours or 10 dropped connections a month, and no chance (q < 0.10).',
  title: (said) => `Version ${said.second} of ${said.name} does worse than its other versions`,
  finding: (said) =>
    `With version ${said.second} of ${said.name} (${equipment(said)}) ${said.group} of the ${trouble(said)}.${said.by === '' ? '' : ` ${quality(said)}`}`,
  comparison: (said) =>
    `Other versions of the same model at the same sites and platforms: ${said.reference}${times(said)}; the difference is ${said.points}.`,
  action: ({ name, second }) =>
    `Move ${name} from version ${second} to one of the versions that do better, a few devices first.`,
  check: ({ name, second, most }) =>
    `It has worked when version ${second} of ${name} is no longer in use, or its share is at most ${most} for a whole month, like the other versions.`,
}

const ALONE: RuleText = {
  name: 'People who wait alone',
  needs: 'Meetings with the times of all their connections.',
  on: 'Two sites that may be named, or a customer that may.',
  fires:
    'A site with at least 2 percentage points and 1.5 times more connections that wait 2 minutes or longer alone than the others, or more than a quarter of all connections (house value); at least 5 hours a month, and no chance (q < 0.10).',
  title: ({ name }) =>
    name === '' ? 'People often wait alone for others' : `At ${name} people wait alone more often than elsewhere`,
  finding: ({ name, group }) =>
    `${group} of the connections${name === '' ? '' : ` from ${name}`} waited 2 minutes or longer with nobody else in the meeting.`,
  comparison: (said) =>
    said.name === ''
      ? `The target is at most ${said.reference} (a house value); the difference is ${said.points}.`
      : `Comparable connections at your other sites: ${said.reference}${times(said)}; the difference is ${said.points}.`,
  action: ({ name }) =>
    `Find out whether others fail to join, join late or are not expected${name === '' ? '' : ` at ${name}`}: help with joining, one-touch joining in rooms, and invitations with the right address help in the first case, starting times in the others.`,
  check: ({ most }) => `It has worked when the share is at most ${most} for a whole month.`,
}

const FAILED: RuleText = {
  name: 'Sites where attempts to join fail',
  needs: 'Connections with a site and the way they ended.',
  on: 'Two sites that may be named.',
  fires:
    'A site with at least 2 percentage points and 1.5 times more connections where joining failed than comparable ones elsewhere, at least 10 a month, and no chance (q < 0.10).',
  title: ({ name, second }) =>
    second === '' ? `At ${name} joining fails more often` : `At ${name} joining fails more often: ${second}`,
  finding: ({ name, group }) => `At ${name} joining failed for ${group} of the connections.`,
  comparison: (said) =>
    `Comparable connections at your other sites: ${said.reference}${times(said)}; the difference is ${said.points}.${said.causes === '' ? '' : ` What is in excess: ${said.causes}.`}`,
  action: ({ name, second, steps }) =>
    `Follow one failing connection at ${name} from end to end${second === '' ? '' : ` (${second})`}: ${steps === '' ? 'addresses and dialling plan, PIN and sign-in, firewall ports for signalling and media, in this order' : steps}.`,
  check: ({ name, most }) =>
    `It has worked when joining fails at ${name} for at most ${most} of the connections for a whole month, as elsewhere.`,
}

const UNGRADED: RuleText = {
  name: 'Connections without quality data',
  needs: 'Connections of at least 20 seconds.',
  on: 'At least 50 such connections that may be spoken about.',
  fires: 'More than 20% of the connections that are long enough carry nothing that quality could be told from.',
  title: ({ name, rooms }) =>
    `Many connections${name === '' ? (rooms ? ' of rooms' : '') : ` on ${name}`} carry no quality data`,
  finding: ({ name, group, rooms }) =>
    `${group} of the connections${name === '' ? (rooms ? ' of rooms' : '') : ` on ${name}`} carry nothing that quality could be told from.`,
  comparison: ({ reference }) =>
    `More than ${reference} is too much: what is said about quality is about the others only, and these may differ.`,
  action: ({ name }) =>
    `Switch on media statistics${name === '' ? '' : ` at ${name}`} (for Pexip: participant disconnect events with media streams; for Cisco Meeting Server: call leg end records) and check the version of the source.`,
  check: ({ reference }) => `It has worked when the share is under ${reference} for a whole month.`,
}

const SILENT: RuleText = {
  name: 'Sources that were silent',
  needs: 'At least 20 working days with records of the source.',
  on: 'A source with that much history.',
  fires:
    'Working days without any record that are not to be expected at the usual number a day (p < 0.001, q < 0.10); weekends and Dutch holidays are left out.',
  title: ({ name, sinceLow, sinceHigh }) =>
    sinceLow === sinceHigh
      ? `Nothing came from source ${name} on ${sinceLow}`
      : `Nothing came from source ${name} from ${sinceLow} to ${sinceHigh}`,
  finding: ({ name, days, group }) =>
    `Source ${name} sent nothing on ${days} working ${days === 1 ? 'day' : 'days'} in a row; ${group} of the month's working days are without a record.`,
  comparison: () => 'By what it usually sends, such a silence is not to be expected once in a thousand times.',
  action: ({ name, sinceLow }) =>
    `Check whether ${name} was switched off, lost its way here or its credential on ${sinceLow}, and import what it has kept. Until then no figure of these days is complete, and no improvement may be read from it.`,
  check: () => 'It has worked when every working day has records again and the missing days are filled.',
}

const NO_SITE: RuleText = {
  name: 'Connections without a site',
  needs: 'Connections.',
  on: 'At least 50 connections that may be spoken about.',
  fires: 'More than 10% of the connections have no site, or two sites claim their address.',
  title: ({ rooms }) => `Many connections${rooms ? ' of rooms' : ''} have no site`,
  finding: ({ group, rooms }) =>
    `${group} of the connections${rooms ? ' of rooms' : ''} have no site: the records have no address, or two sites claim it.`,
  comparison: ({ reference }) => `More than ${reference} is too much: what is said of sites leaves these out.`,
  action: ({ rooms }) =>
    rooms
      ? 'Tell Avesqo for each declared room at which site it is.'
      : 'Tell Avesqo which names (labels) your platforms use for your sites, and have the platforms send the address of each connection where they can. Where an address range stands at two sites, say which of them it belongs to.',
  check: ({ reference }) => `It has worked when the share is under ${reference} for a whole month.`,
}

/** What a reader of statistics calls the tests. */
const TESTS: Readonly<Record<TestCode, string>> = {
  T1: 'range of a share (T1, Wilson)',
  T2: 'two shares (T2, Newcombe)',
  T3: 'within equal groups (T3, Mantel-Haenszel)',
  T5: 'shrunken shares (T5, empirical Bayes)',
  T7: 'change on a date (T7, EWMA and split)',
  T12: 'length of a silence (T12, Poisson)',
  fact: '',
}

export const EN: Texts = {
  locale: 'en-GB',
  rules: {
    G01: UNGRADED,
    G02: SILENT,
    G03: NO_SITE,
    A01: SITE_QUALITY,
    A08: CHANGE,
    B01: MODEL,
    B02: SOFTWARE,
    E02: ALONE,
    E03: FAILED,
  },
  causes: {
    no_answer: 'no answer',
    busy: 'busy',
    rejected: 'rejected',
    not_found: 'address not found',
    auth_or_pin: 'PIN or sign-in',
    capacity: 'no capacity',
    timeout: 'no reply in time',
    media_network: 'network blocks media',
    config_or_crypto: 'settings or encryption',
    server_error: 'server error',
    audio_up: 'sent sound',
    audio_down: 'received sound',
    video_up: 'sent picture',
    video_down: 'received picture',
    content_up: 'sent screen sharing',
    content_down: 'received screen sharing',
  },
  steps: {
    no_answer: 'whether the other side is in use and rings, and how long it rings before the call is given up',
    busy: 'how many calls the other side takes at a time, and whether lines stay open after meetings',
    rejected: 'who may call whom: rules of the call control, guests and unknown addresses',
    not_found: 'addresses in invitations and directories, then the dialling plan and the search rules',
    auth_or_pin: 'PINs in invitations, sign-in of devices and people, and whether these have expired',
    capacity: 'how many calls there were at a time, against licences and ports of the bridge and the gateway',
    timeout:
      'firewall ports for signalling, names and addresses of the servers (DNS), and whether devices are registered',
    media_network: 'firewall ports for media (UDP), address translation, and relays (TURN)',
    config_or_crypto:
      'settings for encryption of signalling and media (TLS, SRTP), certificates and their ends, and protocols and codecs, against those of a site where it works',
    server_error: 'the logs of the server at that moment, its version and its load',
  },
  by: {
    measured: 'measured loss, jitter, delay and frame rate (house limits; the voice score is estimated)',
    windows: "Pexip's own quality windows of 20 seconds (house limits)",
    alarms: "Cisco Meeting Server's alarms (house limits)",
  },
  points: (diff, low, high) => `about ${diff} percentage points (${low} to ${high})`,
  impact: {
    poor_hours: (value, low) => `about ${value} hours of poor connections a month (at least ${low} hours)`,
    alone_hours: (value, low) => `about ${value} hours of waiting alone a month (at least ${low} hours)`,
    failed_joins: (value, low) => `about ${value} times a month that joining fails (at least ${low})`,
    drops: (value, low) => `about ${value} connections that drop out a month (at least ${low})`,
  },
  evidence: ({ confidence, test, q, family, cases }) => {
    const sure = { strong: 'Strong evidence', moderate: 'Moderate evidence', indicative: 'Indication' }[confidence]
    const parts = [
      q === null
        ? 'counted'
        : `of findings like this, fewer than ${q.chances} in 100 are chance (q < ${q.limit}; groups compared: ${family})`,
      cases === null ? '' : `tells as much as ${cases} independent connections`,
      TESTS[test] === '' ? '' : `test: ${TESTS[test]}`,
    ]
    return `${sure}: ${parts.filter((part) => part !== '').join('; ')}`
  },
  silence: {
    nothing: (name) => `${name}: looked at, and nothing found.`,
    no_difference: (name) => `${name}: looked at; it is shown that there is no difference that matters.`,
    too_little: (name, meetings) =>
      `${name}: too few data yet. With about ${meetings} more meetings a month in a group something can be said.`,
    too_few_rooms: (name) =>
      `${name}: one kind of room looks worse, but there are too few of it to tell its trouble from that of one room.`,
    no_input: (name) => `${name}: not looked at, because the records do not hold what it needs.`,
    withheld: (name) => `${name}: not said, because there are too few persons; that protects them.`,
  },
}
