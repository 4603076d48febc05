/**
 * Why a record is refused (invariant I4): the closed list of codes with what each means to the sender. A refusal holds
 * a code, a position, a size and a path of our own schema; never a value.
 */
export const REFUSALS = {
  // the body as a whole
  encoding_invalid: 'The body does not decompress as its Content-Encoding says.',
  text_invalid: 'The body is not UTF-8 text.',
  json_invalid: 'The record is not valid JSON.',
  xml_invalid: 'The body is not well-formed XML.',
  xml_doctype: 'The XML has a DOCTYPE; records of the platform never have one, so the body is not read.',
  csv_invalid: 'The row does not have the columns of the header, or a quote is not closed.',
  // the record
  too_deep: 'The record is nested deeper than any record of this platform.',
  too_long: 'The record, or a list in it, is longer than any record of this platform.',
  duplicate_key: 'The record names a key twice, so it does not say one thing.',
  not_a_record: 'The record is not an object of the form this platform sends.',
  unknown_version: 'The record is of a version of the platform’s format that we do not know.',
  nothing_to_count: 'The record is authentic and says nothing about a meeting.',
  field_missing: 'A field that identifies or dates the record is missing.',
  field_invalid: 'A field is not of the type or form that the platform documents.',
  value_out_of_range: 'A figure is outside what is possible, such as a negative duration.',
  time_invalid: 'A time cannot be read, or lies outside the years 2000 to 2100.',
  end_before_start: 'The record says that it ended before it began.',
  // the moment
  time_in_future: 'The record lies more than 24 hours ahead of our clock.',
  before_contract: 'The record lies before the contract began.',
  period_frozen: 'The record is of a period that is frozen: its facts are about to be deleted or already are.',
  epoch_closed: 'The key of the record’s month has been destroyed, so it can no longer be pseudonymised.',
  // the last resort: a bug of ours must not stop the stream (design, section 12: poison record)
  not_processable: 'The record could not be processed; the operator is told.',
} as const
export type RefusalCode = keyof typeof REFUSALS

/** One refused record, before it is given its place in a delivery. */
export interface Refusal {
  readonly code: RefusalCode
  /** Keys of our own schema, dot-separated; `*` for anything else; `''` for the record as a whole. */
  readonly path: string
}
