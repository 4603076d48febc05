/** A report in English. */
import { FAILURES_EN, FINDING_STATES_EN } from '../../../../schemas/words/en.ts'
import { EN_READING, EN_SUMMARY } from './en-summary.ts'
import { percentOf } from './limits.ts'
import type { Words } from './words.ts'

export const EN: Words = {
  title: (tenant, month) => `Improvement report of the meeting environment: ${tenant}, ${month}`,
  headings: {
    summary: 'In short',
    reading: 'How to read the numbers',
    about: 'How this was measured',
    health: 'How sound the data are',
    advice: 'What to improve',
    handled: 'Already dealt with',
    looked: 'What else was looked at',
    key: 'Key figures',
    site: 'Sites',
    platform: 'Platforms',
    network: 'Networks',
    model: 'Apps and devices of people',
    size: 'Size of meetings',
    time: 'Weekdays and hours',
    rooms: 'Rooms and their equipment',
    days: 'Days',
  },
  tables: {
    tenant: {
      title: 'Key figures',
      says: 'Everything that people’s connections had in this month, beside the month before where that is published.',
    },
    site: { title: 'Per site', says: 'Where people were; remote is any place that is no site of yours.' },
    platform: { title: 'Per platform', says: 'The platform that the meeting was on.' },
    network: {
      title: 'Per network',
      says: 'How the device was connected, where the platform states it.',
    },
    model: { title: 'Per app or device', says: 'The app, browser or device that people joined with.' },
    size: {
      title: 'Per size of meeting',
      says: 'By the most people and rooms that were in the meeting at one moment.',
    },
    site_platform: { title: 'Sites by platform', says: 'Whether a site is in trouble on one platform only.' },
    site_network: { title: 'Sites by network', says: 'Whether a site is in trouble on one kind of network only.' },
    site_transport: {
      title: 'Sites by transport',
      says: 'Whether media go direct (UDP) or take a slower way (TCP, TLS, relay).',
    },
    model_software: {
      title: 'Apps and devices by version',
      says: 'Whether one version of an app or device does worse than others.',
    },
    weekday_hour: { title: 'Weekday and hour', says: 'By the local time at which a connection began.' },
    room: { title: 'Per room', says: 'Declared shared rooms; minutes are those in which the room was in a meeting.' },
    room_site: { title: 'Rooms per site', says: 'The rooms of a site that are shown here, taken together.' },
    room_model: { title: 'Room systems', says: 'The visible rooms by the model of their equipment.' },
    room_model_software: {
      title: 'Room systems by version',
      says: 'Whether one version of a room system does worse than others.',
    },
    days: {
      title: 'Per day',
      says: 'Published two days after each day, and never changed; so they may differ slightly from the month.',
    },
    days_site: { title: 'Per day and site', says: 'The same for each site that is large enough on that day.' },
  },
  measures: {
    legs: 'connections',
    size: 'connections (from … to)',
    conferences: 'meetings',
    persons: 'persons',
    minutes: 'minutes',
    mean_length: 'mean length',
    failed: 'failed to join (number)',
    dropped: 'dropped out (number)',
    measured_poor: 'measured: poor',
    measured_fair: 'measured: fair',
    measured_good: 'measured: good',
    windows_poor: 'Pexip score: poor',
    windows_fair: 'Pexip score: fair',
    windows_good: 'Pexip score: good',
    alarms_poor: 'alarms: poor',
    alarms_fair: 'alarms: fair',
    alarms_good: 'alarms: good',
    failed_no_answer: FAILURES_EN.no_answer,
    failed_busy: FAILURES_EN.busy,
    failed_rejected: FAILURES_EN.rejected,
    failed_not_found: FAILURES_EN.not_found,
    failed_auth_or_pin: FAILURES_EN.auth_or_pin,
    failed_capacity: FAILURES_EN.capacity,
    failed_timeout: FAILURES_EN.timeout,
    failed_media_network: FAILURES_EN.media_network,
    failed_config_or_crypto: FAILURES_EN.config_or_crypto,
    failed_server_error: FAILURES_EN.server_error,
    measured_rate: 'poor (measured)',
    windows_rate: 'poor (Pexip score)',
    alarms_rate: 'poor (alarms)',
    failed_rate: 'failed to join',
    dropped_rate: 'dropped out',
    alone_rate: 'waited alone',
    alone_time_rate: 'time alone',
    ungraded_rate: 'quality not known',
    audio_up_rate: 'poor sound, sent',
    audio_down_rate: 'poor sound, received',
    video_up_rate: 'poor picture, sent',
    video_down_rate: 'poor picture, received',
    content_up_rate: 'poor screen sharing, sent',
    content_down_rate: 'poor screen sharing, received',
    loss_p50: 'loss, median',
    loss_p90: 'loss, p90',
    jitter_p50: 'jitter, median (ms)',
    jitter_p90: 'jitter, p90 (ms)',
    rtt_p50: 'round trip, median (ms)',
    rtt_p90: 'round trip, p90 (ms)',
    mos_p50: 'MOS, median',
    mos_p10: 'MOS, p10',
    fps_p50: 'frames a second, median',
    complete: 'start and end known',
    taken: 'records usable',
  },
  dimensions: {
    site: 'site',
    platform: 'platform',
    network: 'network',
    transport: 'transport',
    model: 'model',
    software: 'version',
    size: 'in the meeting',
    weekday: 'weekday',
    hour: 'hour',
    room: 'room',
    month: 'month',
    day: 'day',
  },
  values: {
    site: { ambiguous: 'between two sites', remote: 'remote', unknown: 'not known', other: 'other' },
    platform: { pexip: 'Pexip', cms: 'Cisco Meeting Server', generic: 'other platforms' },
    network: { wired: 'wired', wifi: 'Wi-Fi', mobile: 'mobile', vpn: 'VPN' },
    transport: { udp: 'UDP', tcp: 'TCP', tls: 'TLS', relay: 'relay' },
    size: { '1': '1', '2': '2', '3-5': '3–5', '6-10': '6–10', '11-20': '11–20', '21+': '21 and more' },
    weekday: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', weekend: 'weekend' },
    hour: { outside: 'before 8, after 18', between: (from, until) => `${from}–${until}` },
  },
  other: 'other',
  unknown: 'not known',
  removed: (number) => `no longer declared (${number})`,

  few: (k) => `fewer than ${k} persons`,
  fewShort: (k) => `< ${k} p.`,
  fewOfDay: 'too few',
  atMost: (text) => `${text} or less`,
  atLeast: (text) => `${text} or more`,
  keptMark: '†',
  legend: {
    few: (k) => `< ${k} p.: fewer than ${k} persons, or one of them has more than half, or nobody.`,
    fewOfDay: (k) => `too few: fewer than 50 connections or than ${k} persons on that day.`,
    bounded:
      '≤ 5%, ≥ 95%: of fewer than 50 connections; of so few we only say “5% or less” or “95% or more”. ' +
      'Only connections that were graded count in a share of poor ones, and only those that came about in one that dropped out: they can be far fewer than all.',
    other:
      'other: groups too small to be shown alone, where needed together with what is not known or a larger group, so that nobody can be recognised.',
    causes:
      'The causes may add up to less than all that failed to join: a cause that too few people had is not shown, and numbers are rounded to 5.',
    left: (k) =>
      `Combinations that are not listed: fewer than ${k} persons, or one of them has more than half, or nobody.`,
    columns: (titles) => `Not printed, because there is too little everywhere: ${titles.join(', ')}.`,
    kept: '† of an earlier revision: the change came from too few persons, or mostly from one.',
    none: '–: nothing to count, or too few persons for this figure alone.',
  },

  summary: EN_SUMMARY,
  reading: EN_READING,

  facts: {
    customer: 'Customer',
    period: 'Period',
    data_until: 'Received until',
    completeness: 'Completeness',
    profile: 'Limits of quality',
    measuring_point: 'Measured at',
    revision: 'Revision',
    group: 'Smallest group',
    contact: 'Questions',
    made_by: 'For engineers',
  },
  about: {
    period: (month, from, until, zone, data) =>
      `${month} (${from} to ${until}, ${zone})${data === null ? '' : `; no whole month: the data are of ${data.from} to ${data.until}`}`,
    dataUntil: (instant) => `${instant}; what arrived later about this month is not counted`,
    completeness: ({ days, withData, complete, lowest }) =>
      withData === 0
        ? 'no day of this month has a day figure'
        : `${withData} of ${days} days have meetings; on ${complete} of them start and end of at least 95% of the connections are known` +
          (lowest === null ? '' : `; lowest ${lowest.percent} on ${lowest.day}`),
    profile: (id, date) => (date === null ? id : `${id} of ${date}, house values of Avesqo`),
    measuringPoint: {
      measured: 'where the platform measures (Pexip: at the service; other platforms: as their records state)',
      windows: 'at the service (the score of Pexip)',
      alarms: 'at the service (alarms of Cisco Meeting Server)',
    },
    revision: (number, sealed, reopened) =>
      `${number}, published on ${sealed}${reopened === null ? '' : `. The month is opened again and will be published anew: ${reopened}`}`,
    group: (k) => `${k} persons, of whom none has more than half`,
    madeBy: (version, watermark) =>
      `avesqo ${version}, state of the database ${watermark} (by the clock of the machine; in a demonstration that is not the clock of the report)`,
    contact: 'Avesqo, info@avesqo.com, avesqo.com',
    connection:
      'A connection is one person or one room in one meeting, or an attempt to join one that failed. People and declared shared rooms are counted apart and never added up.',
    grades: ({ audio, video, windows, alarms }, format) => ({
      measured:
        `Measured connections: poor when in any medium or direction sound loses ${percentOf(audio.poor.loss_mp, format)} of its packets or more, ` +
        `jitter is above ${audio.poor.jitter_us / 1_000} ms, the round trip above ${audio.poor.rtt_us / 1_000} ms or MOS below ${format.number(audio.poor.mos_c / 100)}, ` +
        `or a picture loses ${percentOf(video.poor.loss_mp, format)} or more or has fewer than ${video.poor.fps} frames a second; ` +
        `fair from loss ${percentOf(audio.fair.loss_mp, format)}, jitter ${audio.fair.jitter_us / 1_000} ms, round trip ${audio.fair.rtt_us / 1_000} ms, ` +
        `MOS ${format.number(audio.fair.mos_c / 100)}, picture loss ${percentOf(video.fair.loss_mp, format)}; else good.`,
      windows:
        `Score of Pexip, given about every 20 seconds: poor when at least ${percentOf(windows.poor_mp, format)} of a connection’s scores were bad or terrible, ` +
        `fair from ${percentOf(windows.fair_mp, format)}.`,
      alarms:
        `Alarms (Cisco Meeting Server): poor when an alarm covered at least ${percentOf(alarms.poor_mp, format)} of a connection, ` +
        `fair from ${percentOf(alarms.fair_mp, format)}.`,
    }),
    ungraded: ({ shortest_ms, fewest_packets }, format) =>
      `Connections shorter than ${shortest_ms / 1_000} seconds are not graded, nor media of fewer than ${format.number(fewest_packets)} packets. ` +
      'The three ways of grading are never added up.',
    withheld: (k, roomsOnly) => [
      `What is withheld, and why: a group is shown from ${k} persons on, of whom none has more than half of it; smaller ones stand together as “other”. ` +
        `A combination of two things shows no count, only between which two numbers it lies and, from 50 connections on, percentages; one mark, “fewer than ${k} persons”, stands for every group that is not shown, also where there is nothing. Where only one figure of a group is missing, “–” stands for it: there was nothing to count, or there were too few persons for this figure alone.`,
      'Counts are rounded to 5, percentages to whole ones (with one decimal from 1,000 connections on). Of fewer than 50 connections, a very low or very high percentage is not given exactly, but as “5% or less” (≤ 5%) or “95% or more” (≥ 95%). ' +
        'So no figure, and no difference between two figures, tells anything about one person.',
      roomsOnly
        ? 'A room is shown from 20 meetings on 10 days on; the others are in no figure.'
        : 'A room is shown from 10 meetings on 5 days with 5 persons at the other side on; the others are in no figure.',
    ],
    noPeople: (k) =>
      `No figures about people are shown: those of this month are no group of at least ${k} persons of whom none has more than half. Rooms and completeness only.`,
  },

  advice: {
    parts: {
      finding: 'Finding',
      comparison: 'Compared',
      action: 'What to do',
      check: 'When it has worked',
      impact: 'What you notice',
      evidence: 'How sure',
      method: 'For statisticians',
      state: 'State',
    },
    states: FINDING_STATES_EN,
    none: 'No advice in this month: what was looked at, and what it takes to say more, stands below.',
    unanswered: (open, all) => `We have no answer yet to ${open} of ${all} questions. Below stands to which, and why.`,
    healthHandled: 'What was found about the data is dealt with.',
    handled: 'Carried out, confirmed or turned down. Their numbers follow those of what is still open.',
    healthNone: 'The checks of the data found nothing this month.',
    groups: 'A group is what is compared: the connections of one site, one model or one version.',
    pending: 'Nothing has looked at this revision yet. That happens soon after publishing.',
    found: (rule, count) => `${rule}: ${count === 1 ? 'one finding' : `${count} findings`}, above.`,
  },

  part: {
    name: (month) => `${month} (part)`,
    says: (month, from, until) => `${month} is no whole month: the data are of ${from} to ${until}.`,
    compare: 'So do not compare the numbers of these months; their percentages may be compared, with their ranges.',
  },

  notPublished: (k) => `Not shown: there are no two groups of at least ${k} persons, or the platforms do not state it.`,
  noRooms: 'No room is shown: none is declared as shared, or none was used enough.',
  noDays: 'No day of this month has day figures.',
  moreInFiles: 'More columns and rows: avesqo cells --cut …, or the files (--csv, --xlsx, --json).',

  files: {
    readme: [
      'One file a table, as UTF-8 text with commas (RFC 4180); decimals have a point. A spreadsheet program opens it by “import text”, comma, UTF-8.',
      'The heads of columns are the same in every language; their titles stand below. They end in the unit: _pct per cent, _ms milliseconds, _s seconds, _from the lower of two numbers between which the connections lie.',
      'In advice.csv “number” is that of the finding on the page, in the PDF and in the text: first what is open about meetings, then what is open about the data, then what is dealt with.',
      'A percentage stands with the ends of its 95% range; its column “mark” says at_most or at_least where it is only bounded.',
      'In a column “mark” or “row_mark”: few = fewer persons than the smallest group, or one of them has more than half, or nobody. An empty cell: nothing to count, or too few persons for this figure alone.',
      'Text that a spreadsheet program could take for a formula begins with an apostrophe.',
      'kept = yes: figures of the row are of an earlier revision, because what changed came from too few persons, or mostly from one.',
    ],
    columns: 'Columns',
    low: '95% range, lower end',
    high: '95% range, upper end',
    mark: 'how to read it',
    kept: 'kept',
    part: 'part',
    text: 'text',
    from: 'from',
    evidence: {
      number: 'number in the report',
      id: 'id of the finding',
      rule: 'rule',
      rule_version: 'version of the rule',
      state: 'state',
      title: 'title',
      group_pct: 'found',
      group_low: 'found: range, lower end',
      group_high: 'found: range, upper end',
      reference_pct: 'compared with',
      reference_low: 'compared with: range, lower end',
      reference_high: 'compared with: range, upper end',
      difference_pct: 'difference (percentage points)',
      difference_low: 'difference: range, lower end',
      difference_high: 'difference: range, upper end',
      impact: 'noticed in the month',
      impact_low: 'noticed in the month: at least',
      impact_unit: 'noticed: unit',
      outcome: 'outcome',
      more_meetings: 'more meetings a month needed',
    },
  },
}
