/** Pages in English. */
import { ACCESS_EN } from './access-en.ts'
import { API_EN } from './api-en.ts'
import { OFFICE_EN } from './office-en.ts'
import { PRIVACY_EN } from './privacy-en.ts'
import type { PageWords } from './words.ts'

export const EN: PageWords = {
  product: 'Meeting analytics',
  skip: 'To the content',
  menu: 'Your pages',
  trail: 'You are here',
  otherLanguage: 'Nederlands',
  signOut: 'Sign out',
  nav: {
    months: 'Months',
    portfolio: 'Customers',
    operations: 'Operations',
    accounts: 'Accounts',
    privacy: 'Protection',
    register: 'What we keep',
    apiDocs: 'API',
  },
  roles: {
    customer_viewer: 'customer',
    consultant: 'consultant of Avesqo',
    privacy_officer: 'privacy officer',
    operator: 'operator',
  },
  demoLabel: 'Demonstration',
  demo: 'Demonstration. The organisation and its figures are invented.',
  contact: 'Questions about this page? Avesqo, info@avesqo.com.',
  privacy: 'No figure on these pages is about one person.',
  done: 'Done',
  problem: 'That did not work',
  toContents: 'Back to the contents',

  report: {
    title: (month) => `Improvement report ${month}`,
    summary: 'In short',
    contents: 'In this report',
    parts: {
      findings: {
        heading: 'What to improve',
        says: 'What stands out this month, strongest first: how sure it is, what you notice of it, what you can do, and when it has worked.',
      },
      participation: {
        heading: 'Who took part',
        says: 'How much your people met, on which platforms and in what size.',
      },
      quality: {
        heading: 'Quality by place',
        says: 'The share of connections that were poor. The line at each dot is its range: the shorter it is, the surer the share.',
      },
      failures: { heading: 'When joining failed', says: 'Connections that failed to join, and what went wrong.' },
      equipment: { heading: 'Apps and devices', says: 'What people joined with, and how well that went.' },
      rooms: {
        heading: 'Shared rooms',
        says: 'Rooms that were declared as shared, and their equipment. Personal rooms are in no figure.',
      },
      time: { heading: 'Through the week', says: 'By the local time at which a connection began.' },
      completeness: {
        heading: 'How complete the data are',
        says: 'Days are published two days later and never changed after that, so they may differ slightly from the month.',
      },
      withheld: {
        heading: 'What is withheld, and why',
        says: 'Figures are published here the way a statistics office does it: about groups, never about a person.',
      },
      method: { heading: 'How this was measured', says: '' },
      months: { heading: 'All months', says: '' },
      files: { heading: 'Take the figures with you', says: 'Each file has the same figures as this page.' },
    },
    health: 'Findings about the data',
    looked: 'What else was looked at',
    change: 'Follow up',
    confidence: { strong: 'strong evidence', moderate: 'moderate evidence', indicative: 'indicative only' },
    grading: 'When a connection is poor',
    allFigures: (table) => `All figures: ${table.toLowerCase()}`,
    causes: 'Failed to join, by cause',
    cause: 'cause',
    attempts: 'connections',
    restOfCauses: 'other causes, not shown',
    allFailed: 'all together',
    causesRest:
      '≈: all together less the causes that are shown, so about. A cause that too few people had is not shown by itself. Numbers are rounded to 5.',
    causesRounded:
      'Numbers are rounded to 5, so they may not add up exactly. A cause that too few people had is not shown.',
    noCauses: (count) =>
      `About ${count} connections failed to join. Their causes are not shown: too few people had each of them.`,
    rules: 'The rules: groups, rounding, rooms',
    onPaper: 'All figures of each table are in the PDF and in the spreadsheet of this report.',
    targets:
      'Targets are house values of Avesqo, after those that Microsoft suggests: at most 3% poor connections, 1% that failed to join and 3% that dropped out.',
    organisation: 'your organisation',
    reference: { rest: 'comparable others', before: 'before', target: 'target' },
    noFailures: 'No connection that failed to join is published for this month.',
    cuts: 'More detail',
  },

  charts: {
    rate: {
      measured_rate: 'poor connections by measurement',
      windows_rate: 'poor connections by the score of Pexip',
      alarms_rate: 'poor connections by alarms of Cisco Meeting Server',
      failed_rate: 'failed to join',
      dropped_rate: 'connections that dropped out',
      alone_rate: 'people who waited alone for two minutes or longer',
      ungraded_rate: 'connections of which the quality is not known',
      complete: 'connections of which start and end are known',
      taken: 'records that could be used',
    },
    target: (text) => `target ${text}`,
    total: (text) => `all together ${text}`,
    interval: 'Line: the range (95%).',
    above: 'Coloured: surely above the target.',
    bounded: 'Open bar: of fewer than 50 connections, so only a limit is said.',
    boundedGraded: 'Open bar: of fewer than 50 graded connections, so only a limit is said.',
    graded: 'of which graded',
    gradedUnit: 'graded',
    ofGraded: 'Poor: the share of the graded connections.',
    aboutGraded: '≈: about how many were graded.',
    aboveTarget: (count, target) => `${count === 0 ? 'none' : count} clearly above the target of ${target}`,
    kept: '† Open dot: of an earlier revision, because what changed came from too few persons, or mostly from one.',
    hidden: (k) => `No dot: fewer than ${k} persons, so it is not shown. That is not the same as zero.`,
    days: (what) => `Per day: ${what}`,
    always: (what, text) => `${text} on each day: ${what}.`,
    gaps: 'Weekends are shaded. A gap is a day without a published figure: nobody met, or too few people did.',
    heat: (what) => `Weekday and hour: ${what}`,
    highest: 'highest',
    lowest: 'lowest',
    scroll: 'table, can be scrolled sideways',
    sideways: 'Scroll sideways for more columns',
    few: 'few',
    short: 'Ranges are under “All figures”. “Few” and “–”: there is too little to show, or there was nothing.',
    left: (names) =>
      `Not in this chart: ${names.join(', ')} (nothing to count, or too few persons for this figure alone).`,
  },

  months: {
    title: 'Months',
    lead: (tenant) => `Every month of ${tenant} that has been measured, newest first.`,
    none: 'Nothing is published yet. A month is published a few days after its end, so that late records are in it.',
    states: {
      open: 'running',
      closed: 'over, not yet published',
      sealed: 'published',
      reopened: 'published, being revised',
      frozen: 'published, final',
    },
    revision: (number) => `revision ${number}`,
    notYet: (month, state) => `There is no report of ${month} yet: ${state}.`,
    due: (day) => `will be published on ${day}`,
    read: (month) => `Read the report of ${month}`,
    compare: 'Compare two months',
  },

  cut: {
    others: 'Other tables',
    months: 'The same table in another month',
    back: 'The report of this month',
    people: 'People',
    rooms: 'Shared rooms',
    table: 'All figures',
  },

  compare: {
    title: 'Two months compared',
    lead: 'What changed between two published months, and whether that is clear.',
    from: 'First month',
    to: 'Second month',
    submit: 'Compare',
    tooFew: 'There is one published month or none; two are needed to compare.',
    twice: 'This is the same month twice. Choose two different months.',
    all: 'All together',
    clear: 'Clearly changed',
    line: (what, from, to) => `${what} from ${from} to ${to}`,
    none: 'Between these two months nothing has clearly changed.',
    nothing: 'These two months have no figures that can be compared.',
    changed:
      'Clearly: the ranges of the two months have nothing in common. In the drawings below that is coloured. Of the other figures we cannot say whether they changed.',
    rest: 'Not clearly changed',
    profiles: (from, to) =>
      `The two months were graded by different profiles (${from} and ${to}); differences may come from that alone.`,
    label: (what, from, to) => `${what}, in ${from} and in ${to}; the numbers stand in the table below.`,
  },

  access: ACCESS_EN,
  api: API_EN,
  office: OFFICE_EN,
  protection: PRIVACY_EN,
  files: {
    xlsx: { name: 'Spreadsheet', says: 'Excel or LibreOffice, one sheet a table' },
    csv: { name: 'CSV', says: 'all tables as text, with an explanation' },
    json: { name: 'JSON', says: 'for your own software' },
    pdf: { name: 'PDF', says: 'to print or pass on' },
  },
}
