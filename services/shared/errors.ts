/**
 * The one table of errors that a person or a platform can meet: a code, an HTTP status, what happened and what to do
 * next. Foreign errors are mapped to one of these before they reach a log or an answer, because their texts quote
 * values (reference pipeline-lessons, 0.4).
 */
export const ERRORS = {
  bad_request: { status: 400, title: 'The request is not of the form this route takes.' },
  body_invalid: { status: 400, title: 'The body cannot be read.' },
  unauthorized: { status: 401, title: 'Source or credential is not known.' },
  not_signed_in: { status: 401, title: 'Sign in first, or send a token that is valid.' },
  source_not_covered: { status: 403, title: 'No valid agreement covers this source now.' },
  forbidden: { status: 403, title: 'Your role does not allow this.' },
  form_stale: { status: 403, title: 'The request was not sent from a page of this session. Load the page again.' },
  not_found: { status: 404, title: 'There is nothing here.' },
  link_ended: { status: 404, title: 'This link has been used or is too old. Ask for a new one.' },
  method_not_allowed: { status: 405, title: 'This route does not take that method.' },
  request_timeout: { status: 408, title: 'The request did not arrive in time.' },
  state_not_allowed: { status: 409, title: 'That state cannot follow the one in which the finding is now.' },
  revision_changed: {
    status: 409,
    title: 'The month was published anew while you were reading. Start at the first page.',
  },
  body_too_large: { status: 413, title: 'The body is larger than this route takes.' },
  too_many_records: { status: 413, title: 'The body holds more records than this route takes.' },
  uri_too_long: { status: 414, title: 'The address of the request is longer than any route.' },
  encoding_unsupported: { status: 415, title: 'Content-Encoding must be one of gzip, deflate, br, zstd.' },
  note_names_person: {
    status: 422,
    title: 'Name no persons: a note is kept, so it may hold no e-mail address or telephone number.',
  },
  note_missing: {
    status: 422,
    title: 'Say in the note why nothing will be done: a finding is not rejected without a reason.',
  },
  too_many_requests: { status: 429, title: 'Too many requests from this source; send more slowly.' },
  headers_too_large: { status: 431, title: 'The headers of the request are larger than this server takes.' },
  internal: { status: 500, title: 'Something went wrong on our side; it stands in the log.' },
  busy: { status: 503, title: 'Too much is asked for at this moment; ask again shortly.' },
  unavailable: { status: 503, title: 'Storage is not available now; send again later.' },
} as const
export type ErrorCode = keyof typeof ERRORS

/** An error with a code of the table; its message is the table's text and never a value of a record. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly status: number

  constructor(code: ErrorCode) {
    super(ERRORS[code].title)
    this.name = 'AppError'
    this.code = code
    this.status = ERRORS[code].status
  }
}

/** Has to wait before asking again. */
export class Later extends AppError {
  readonly retryAfterS: number

  /** @param retryAfterS whole seconds */
  constructor(code: 'too_many_requests' | 'busy', retryAfterS: number) {
    super(code)
    this.retryAfterS = retryAfterS
  }
}

/**
 * An error for the person at the keyboard: what is wrong and what to do next, in words. Its text may quote what that
 * person typed (a slug, a file name, a line number), never what a record holds.
 */
export class UserError extends Error {
  /** Exit code of the process: 2 for a wrong call, 1 for a call that could not be carried out. */
  readonly exitCode: number

  constructor(message: string, exitCode = 2) {
    super(message)
    this.name = 'UserError'
    this.exitCode = exitCode
  }
}
