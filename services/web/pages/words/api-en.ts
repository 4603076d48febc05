/** The page about the API, in English. */
import type { ApiWords } from './api.ts'

export const API_EN: ApiWords = {
  title: 'Figures for programs',
  lead: 'A program gets the same figures as the report pages, to the digit, and can follow findings up. This page says how.',
  contents: 'On this page',
  version: 'Version',
  address: 'Address',
  document: 'For programs',
  start: 'How to begin',
  steps: {
    token: {
      heading: 'Get a token',
      says: ({ days }) => [
        `You make a token on the page of your account. It is shown once and works for at most ${days} days.`,
        'A program with your token may read and do what you may, except to change your account. Keep it like a password, and end it when you no longer need it.',
      ],
    },
    sending: {
      heading: 'Send it',
      says: () => [
        'Put the token in the header `Authorization: Bearer …` of every request.',
        'In a browser that is signed in, the session does as well. Whatever changes something then also needs the header `X-CSRF-Token`.',
      ],
    },
    lists: {
      heading: 'Read a long list',
      says: () => [
        'A list comes in pages of `limit` items. Send the `next` of a page as `after` to get the one that follows; where `next` is null, the list ends. The header `Link` has the same as an address.',
      ],
    },
    unchanged: {
      heading: 'Ask only for what has changed',
      says: () => [
        'An answer has an `ETag`. Send it as `If-None-Match`: what has not changed is answered by 304, without content.',
        'That you read figures is written down, also then.',
      ],
    },
    few: {
      heading: 'Groups that are too small',
      says: () => [
        'A group of too few people is never shown. It has the mark `few` and no figure; no order and no total tells its value.',
      ],
    },
    languages: {
      heading: 'Language',
      says: () => [
        'Names and sentences come in the language of the account. With `lang=nl` or `lang=en` you choose. Codes, names of fields and numbers are the same in both.',
      ],
    },
    rates: {
      heading: 'How fast you may ask',
      says: ({ perSecond, burst, ofAddress, burstOfAddress }) => [
        `An account may ask ${perSecond} times a second, and ${burst} times at once after a pause. All that comes from one network address together: ${ofAddress} and ${burstOfAddress}.`,
        'Whoever asks more gets 429. The header `Retry-After` says after how many seconds to try again.',
      ],
    },
    problems: {
      heading: 'When something goes wrong',
      says: () => [
        'The answer is then of the type `application/problem+json` (RFC 9457). Go by its `code`: that stays, its words may change.',
      ],
    },
  },
  tokenLink: 'To your account',
  groups: {
    tenants: 'Customers',
    periods: 'Months',
    figures: 'Figures',
    findings: 'Findings',
    files: 'Files',
    documentation: 'This description',
  },
  shapes: 'Shapes',
  shapesSay: 'What several answers have in common.',
  may: 'Who may',
  ofOwn: 'only customers of the account',
  inBrowser: 'In a browser that is signed in; not with a token.',
  everybody: 'Everybody, without a token.',
  samples: {
    token:
      'The requests on this page take it from `$TOKEN`. Type `read -rs TOKEN` in your terminal, press Enter, paste the token, and press Enter again.',
    own: (tenant, month) =>
      `The requests on this page that only read are about your customer \`${tenant}\` and ${month}: they work as they stand. Put other ids in their place for other customers and months. The answers that are shown as examples are of an invented customer.`,
    noFinding: 'No finding is published of that month: in requests about one, replace the id.',
    writes:
      'This request changes something, so its ids and its text are invented: `voorbeeld` stands for a customer of yours, and the long id for a finding of yours. Replace all three: whoever reads the finding, customers too, reads what you send.',
    invented:
      'You have no customer with a published month yet: the requests on this page are about an invented one. Replace `voorbeeld`, the month and the ids by what the answer to the request above, and those after it, give you.',
  },
  sends: 'What you send',
  body: 'Body',
  answers: 'What you get',
  fieldsOf: 'Fields of',
  faults: 'When it goes wrong',
  request: 'Request',
  example: 'Example',
  noParameters: 'It takes no parameters.',
  columns: {
    name: 'Name',
    where: 'Where',
    type: 'Type',
    says: 'What it is',
    status: 'Status',
    code: 'Code',
    what: 'What happened',
  },
  where: { path: 'in the address', query: 'after the ?', header: 'header' },
  required: 'required',
  optional: 'may be missing',
  unsaid: 'Without it:',
  types: {
    text: 'text',
    formats: { date: 'day, YYYY-MM-DD', 'date-time': 'instant, ISO 8601 in UTC', uuid: 'id (UUID)' },
    number: 'number',
    whole: 'whole number',
    bounds: (least, most) =>
      least !== null && most !== null
        ? `${least} to ${most}`
        : least !== null
          ? `from ${least}`
          : most !== null
            ? `to ${most}`
            : '',
    truth: 'true or false',
    choice: 'one of',
    choices: (count) => `one of ${count} words`,
    list: 'list of',
    named: 'by name of a measure:',
    parts: 'object; its parts follow',
    listOfParts: 'list of objects; their parts follow',
    orNull: 'or null',
  },
  media: {
    'application/json': 'JSON',
    'application/json; charset=utf-8': 'JSON',
    'application/zip': 'CSV, in a ZIP',
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'spreadsheet (XLSX)',
    'text/html': 'page',
  },
  problems: {
    bad_request: 'The request is not of the form that the route takes: a parameter is unknown, missing or wrong.',
    not_signed_in: 'There is no token with it, or one that does not hold (any more).',
    forbidden: 'The role of the account does not allow it.',
    not_found: 'It does not exist, or it is not of a customer of the account; which of the two is not told.',
    state_not_allowed: 'This state cannot follow the one in which the finding is now.',
    note_names_person: 'The note holds an e-mail address or a telephone number. Name no persons: a note is kept.',
    note_missing: '`rejected` needs a note. Write in it why nothing will be done about the finding.',
    revision_changed: 'The month was published anew while you were reading. Start at the first page.',
    too_many_requests: 'Too much was asked for. Wait as long as `Retry-After` says.',
    unavailable: 'Storage does not answer now. Try again later.',
  },
}
