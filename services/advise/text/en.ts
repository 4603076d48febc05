/** English. */
import { FAILURES_EN } from '../../../schemas/words/en.ts'
import type { RuleText, Said, TestCode, Texts } from './said.ts'

const quality = ({ by }: Said): string => `This follows from ${by}.`
const difference = ({ points, times }: Said): string =>
  `The difference is ${points}${times === '' ? '' : `: ${times} times as many`}.`
const excess = ({ causes }: Said): string => (causes === '' ? '' : ` The difference consists of: ${causes}.`)
const where = ({ rooms }: Said): string => (rooms ? 'in rooms' : 'of people')
const became = ({ outcome }: Said): string =>
  outcome === 'dropped' ? 'connections dropped out' : 'connections were poor'

const UNLIKELY = 'and chance is unlikely (q < 0.10)'

const SITE_QUALITY: RuleText = {
  name: 'Sites with more poor connections than the others',
  needs: 'Connections with a site and with measured quality, quality windows or alarms, at two sites or more.',
  on: 'Two sites that may be named, each with connections of which the quality is known.',
  fires: `A site has at least 2 percentage points and 1.5 times as many poor connections as other sites, with the same platform, network and kind of device. That costs at least 10 hours a month, ${UNLIKELY}.`,
  title: ({ name }) => `${name} has more poor connections than your other sites`,
  finding: (said) => `At ${said.name} ${said.group} of the connections were poor. ${quality(said)}`,
  comparison: (said) =>
    `At your other sites it was ${said.reference}, with the same platform, network and kind of device. ${difference(said)}${excess(said)}`,
  action: ({ name }) =>
    `Ask your network engineer to check the connection of ${name}. It is about four things: how full the line is at busy hours, priority for picture and sound (QoS), whether Wi-Fi is strong enough everywhere, and whether the firewall lets UDP through.`,
  check: ({ name, most }) =>
    `It has worked when the share of poor connections at ${name} is ${most} or lower for a whole month. That is the upper end of the range of your other sites.`,
}

const CHANGE: RuleText = {
  name: 'Sites whose quality changed on a date',
  needs: 'At least 20 days with graded connections of a site before the change, and 5 days after it.',
  on: 'A site that may be named, with about six weeks of connections of which the quality is known.',
  fires: `From one day on a site has more poor connections than is usual there: at least 2 percentage points and 1.5 times as many as before, ${UNLIKELY}.`,
  title: ({ name, since }) => `Since ${since} quality at ${name} is worse`,
  finding: (said) =>
    `Since ${said.since} ${said.group} of the connections at ${said.name} were poor. It began on a day from ${said.sinceLow} to ${said.sinceHigh}. ${quality(said)}`,
  comparison: (said) => `Before that it was ${said.reference}. ${difference(said)}`,
  action: ({ name, sinceLow, sinceHigh }) =>
    `Ask your network engineer what was changed at ${name} from ${sinceLow} to ${sinceHigh}: the internet provider, the firewall, Wi-Fi, new software on devices, or a move. Undo it or mend it.`,
  check: ({ name, most }) =>
    `It has worked when the share of poor connections at ${name} is ${most} or lower on each day of four weeks. That is the upper end of the range of before.`,
}

const MODEL: RuleText = {
  name: 'Models that do worse than comparable equipment',
  needs: 'Connections with a known model, at sites and platforms where other models are used as well.',
  on: 'Two models that may be named; of rooms, at least 3 rooms with the model.',
  fires: `A model has at least 2 percentage points and 1.5 times as many poor or dropped connections as other models at the same site and platform. That costs at least 10 hours or 10 dropped connections a month, ${UNLIKELY}.`,
  title: (said) =>
    said.outcome === 'dropped'
      ? `With ${said.name} connections drop out more often than with comparable equipment`
      : `${said.name} has more poor connections than comparable equipment`,
  finding: (said) =>
    `With ${said.name} (${where(said)}) ${said.group} of the ${became(said)}.${said.by === '' ? '' : ` ${quality(said)}`}`,
  comparison: (said) =>
    `With other models, at the same sites and platforms, it was ${said.reference}. ${difference(said)}`,
  action: ({ name, rooms }) =>
    rooms
      ? `Put the newest software on ${name} and check its network connection. If that does not help, replace it, in the busiest rooms first.`
      : `See to it that people use the newest version of ${name}. If that does not help, advise another app or device.`,
  check: ({ name, most }) =>
    `It has worked when the share of ${name} is ${most} or lower for a whole month. That is the upper end of the range of other models.`,
}

const SOFTWARE: RuleText = {
  name: 'Software versions that do worse than others of the same model',
  needs:
    'Connections with model and version, where one model is in use with two versions at the same site and platform.',
  on: 'A model with two versions that may be named.',
  fires: `A version has at least 2 percentage points and 1.5 times as many poor or dropped connections as other versions of the same model. That costs at least 10 hours or 10 dropped connections a month, ${UNLIKELY}.`,
  title: (said) => `Version ${said.second} of ${said.name} does worse than its other versions`,
  finding: (said) =>
    `With version ${said.second} of ${said.name} (${where(said)}) ${said.group} of the ${became(said)}.${said.by === '' ? '' : ` ${quality(said)}`}`,
  comparison: (said) =>
    `With other versions of the same model, at the same sites and platforms, it was ${said.reference}. ${difference(said)}`,
  action: ({ name, second }) =>
    `Replace version ${second} of ${name} by a version that does better. Begin with a few devices.`,
  check: ({ name, second, most }) =>
    `It has worked when nobody uses version ${second} of ${name} any more, or when its share is ${most} or lower for a whole month. That is the upper end of the range of the other versions.`,
}

const ALONE: RuleText = {
  name: 'People who wait alone',
  needs: 'Meetings with the times of all their connections.',
  on: 'Two sites that may be named, or a customer that may.',
  fires: `At a site people wait alone for 2 minutes or longer more often than elsewhere: at least 2 percentage points and 1.5 times as many connections. Or it happens in more than a quarter of all connections (a limit of Avesqo). That costs at least 5 hours a month, ${UNLIKELY}.`,
  title: ({ name }) =>
    name === '' ? 'People often wait alone for others' : `At ${name} people wait alone more often than elsewhere`,
  finding: ({ name, group }) =>
    `${group} of the connections${name === '' ? '' : ` from ${name}`} waited 2 minutes or longer with nobody else in the meeting.`,
  comparison: (said) =>
    said.name === ''
      ? `The target is ${said.reference} or lower (a limit of Avesqo). ${difference(said)}`
      : `For comparable connections at your other sites it was ${said.reference}. ${difference(said)}`,
  action: ({ name }) =>
    `Find out why the others are not there${name === '' ? '' : ` at ${name}`}. If they cannot get in, help with joining, a button to join in the room, and the right address in the invitation. If they come late, agree on starting times.`,
  check: ({ most }) => `It has worked when the share is ${most} or lower for a whole month.`,
}

const FAILED: RuleText = {
  name: 'Sites where attempts to join fail',
  needs: 'Connections with a site and the way they ended.',
  on: 'Two sites that may be named.',
  fires: `At a site joining fails more often than elsewhere, for comparable connections: at least 2 percentage points and 1.5 times as many. It happens at least 10 times a month, ${UNLIKELY}.`,
  title: ({ name, second }) =>
    second === ''
      ? `At ${name} joining fails more often`
      : `At ${name} joining fails more often, mostly because of: ${second}`,
  finding: ({ name, group }) => `At ${name} joining failed for ${group} of the connections.`,
  comparison: (said) =>
    `For comparable connections at your other sites it was ${said.reference}. ${difference(said)}${excess(said)}`,
  action: ({ name, second, steps }) =>
    `Ask your network engineer to follow one failing connection at ${name} from end to end${second === '' ? '' : ` (${second})`}. Look at ${steps === '' ? 'these three, in this order: addresses and how they are looked up, PIN and sign-in, and the ports that the firewall leaves open' : steps}.`,
  check: ({ name, most }) =>
    `It has worked when joining at ${name} fails for ${most} or fewer of the connections for a whole month. That is the upper end of the range of your other sites.`,
}

const UNGRADED: RuleText = {
  name: 'Connections of which the quality is not known',
  needs: 'Connections of at least 20 seconds.',
  on: 'At least 50 such connections that may be spoken about.',
  fires: 'For more than 20% of these connections nothing says how good they were.',
  title: ({ name, rooms }) =>
    `The quality of many connections${name === '' ? (rooms ? ' of rooms' : '') : ` on ${name}`} is not known`,
  finding: ({ name, group, rooms }) =>
    `For ${group} of the connections${name === '' ? (rooms ? ' of rooms' : '') : ` on ${name}`} nothing says how good they were.`,
  comparison: ({ reference }) =>
    `More than ${reference} is too much. What we say about quality is about the other connections only, and these may be better or worse.`,
  action: ({ name }) =>
    `Have the platform send figures about picture and sound${name === '' ? '' : ` (at ${name})`}. For Pexip: participant disconnect events with media streams. For Cisco Meeting Server: call leg end records. See also whether the platform needs a newer version.`,
  check: ({ reference }) => `It has worked when the share is under ${reference} for a whole month.`,
}

const SILENT: RuleText = {
  name: 'Sources that sent nothing for a while',
  needs: 'At least 20 working days on which the source sent something.',
  on: 'A source of which we know that many days.',
  fires:
    'The source sent nothing on working days, and by what it usually sends that is no chance (p < 0.001 and q < 0.10). Weekends and Dutch holidays are left out.',
  title: ({ name, sinceLow, sinceHigh }) =>
    sinceLow === sinceHigh
      ? `Nothing came from source ${name} on ${sinceLow}`
      : `Nothing came from source ${name} from ${sinceLow} to ${sinceHigh}`,
  finding: ({ name, days, group }) =>
    `Source ${name} sent nothing on ${days === 1 ? '1 working day' : `${days} working days in a row`}. Of the working days of the month ${group} are empty.`,
  comparison: () => 'By what this source usually sends, such a silence happens less than once in a thousand times.',
  action: ({ name, sinceLow }) =>
    `Check whether ${name} was switched off on ${sinceLow}, or whether the network or the password no longer worked. Import what there still is. Until then the figures of these days are not complete: an improvement may be none.`,
  check: () => 'It has worked when every working day has data again and the empty days are filled.',
}

const NO_SITE: RuleText = {
  name: 'Connections of which the site is not known',
  needs: 'Connections.',
  on: 'At least 50 connections that may be spoken about.',
  fires: 'Of more than 10% of the connections the site is not known, or their address stands at two sites.',
  title: ({ rooms }) => `The site of many connections${rooms ? ' of rooms' : ''} is not known`,
  finding: ({ group, rooms }) =>
    `Of ${group} of the connections${rooms ? ' of rooms' : ''} the site is not known. The platform sends no network address then, or the address stands at two sites.`,
  comparison: ({ reference, ofFailures }) =>
    `More than ${reference} is too much. These connections count at no site, not even where they were poor or failed.${ofFailures === '' ? '' : ` About ${ofFailures} of all failures to join are among them. So we do not know where those happened.`}`,
  action: ({ rooms }) =>
    rooms
      ? 'Tell Avesqo at which site each room is.'
      : 'Tell Avesqo which names (labels) your platforms use for your sites, and have the platforms send the network address of each connection where they can. Where an address range stands at two sites, say which of them it belongs to.',
  check: ({ reference }) => `It has worked when the share is under ${reference} for a whole month.`,
}

/** What a reader of statistics calls the tests. */
const TESTS: Readonly<Record<TestCode, string>> = {
  T1: 'range of a share (T1, Wilson)',
  T2: 'two shares (T2, Newcombe)',
  T3: 'two shares within equal groups (T3, Mantel-Haenszel)',
  T5: 'shares drawn towards the mean (T5, empirical Bayes)',
  T7: 'change on a date (T7, EWMA and split of the days)',
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
    ...FAILURES_EN,
    audio_up: 'sent sound',
    audio_down: 'received sound',
    video_up: 'sent picture',
    video_down: 'received picture',
    content_up: 'sent screen sharing',
    content_down: 'received screen sharing',
  },
  steps: {
    no_answer: 'the other side: is the device on, does it ring, and how long before the call is given up',
    busy: 'the other side: how many calls it takes at a time, and whether lines stay open after meetings',
    rejected: 'who may call whom: the rules of the call server, also for guests and unknown addresses',
    not_found: 'the addresses in invitations and directories, and then at how the call server looks an address up',
    auth_or_pin: 'the PINs in invitations, at the sign-in of devices and people, and whether these have expired',
    capacity: 'how many calls there were at a time, and how many the licences and the server allow',
    timeout:
      'the ports of the firewall for setting up calls, at the names and addresses of the servers (DNS), and whether devices are registered',
    media_network:
      'the ports of the firewall for picture and sound (UDP), at address translation (NAT), and at relays (TURN)',
    config_or_crypto:
      'the settings for encryption (TLS, SRTP), at certificates and the day they end, and at protocols and codecs. Compare with a site where it works',
    server_error: 'the logs of the server at that moment, at its version and at how busy it was',
  },
  by: {
    measured:
      'measurements of loss, jitter, delay and frames per second (limits of Avesqo; the score for speech is an estimate)',
    windows: 'the score that Pexip gives every 20 seconds (limits of Avesqo)',
    alarms: 'the alarms of Cisco Meeting Server (limits of Avesqo)',
  },
  points: (diff, low, high) => `about ${diff} percentage points (${low} to ${high})`,
  impact: {
    poor_hours: (value, low) =>
      `about ${value} hours of poor connections this month, beyond what is usual (at least ${low} hours)`,
    alone_hours: (value, low) =>
      `about ${value} hours of waiting alone this month, beyond what is usual (at least ${low} hours)`,
    failed_joins: (value, low) =>
      `about ${value} times that joining failed this month, beyond what is usual (at least ${low} times)`,
    drops: (value, low) =>
      `about ${value} connections that dropped out this month, beyond what is usual (at least ${low})`,
  },
  evidence: ({ confidence, test, q }) => {
    const sure = { strong: 'Strong evidence', moderate: 'Moderate evidence', indicative: 'An indication' }[confidence]
    if (q === null) {
      return `${sure}. ${test === 'fact' ? 'This was counted, not estimated.' : 'Even the lowest number of the range is too high.'}`
    }
    const chance = `Of 100 findings like this, fewer than ${q.chances} are expected to be chance.`
    if (confidence === 'strong') {
      return `${sure}. ${chance} There are also more than enough data, or it was also found in a second way or a month earlier.`
    }
    return q.isSmall
      ? `${sure}. Chance is unlikely. But we saw this in one month and in one way only. After another month we know more.`
      : `${sure}. ${chance} For strong evidence it must be fewer than 5. After another month we know more.`
  },
  method: ({ test, q, family, cases }) =>
    [
      q === null ? '' : `q < ${q.limit}; ${family} ${family === '1' ? 'group' : 'groups'} compared`,
      cases === null ? '' : `counts as ${cases} independent connections`,
      TESTS[test] === '' ? '' : `test: ${TESTS[test]}`,
    ]
      .filter((part) => part !== '')
      .join('; '),
  silence: {
    nothing: (name) => `${name}: we looked and found nothing.`,
    no_difference: (name) => `${name}: we looked. There is no difference that matters.`,
    too_little: (name, meetings) =>
      `${name}: there are too few data yet. With about ${meetings} more meetings a month in a group we can say something.`,
    too_few_rooms: (name) =>
      `${name}: one model looks worse. But there are too few rooms with that model: it may as well be one room.`,
    no_input: (name) => `${name}: not looked at. The platforms do not send what it needs.`,
    withheld: (name) => `${name}: we do not say. Too few people are behind it, and this protects them.`,
  },
}
