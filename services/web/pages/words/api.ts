/** Words of the page about the API. What it tells of routes and fields stands in the document; its Dutch is schemas/api/nl.ts. */
import type { ErrorCode } from '../../../shared/errors.ts'

/** Parts before the routes, in the order in which they stand. */
export const API_STEPS = ['token', 'sending', 'lists', 'unchanged', 'few', 'languages', 'rates', 'problems'] as const
export type ApiStep = (typeof API_STEPS)[number]

/** What the sentences of the parts name, as it is written. */
interface ApiNumbers {
  readonly days: string
  readonly perSecond: string
  readonly burst: string
  readonly ofAddress: string
  readonly burstOfAddress: string
}

export interface ApiWords {
  readonly title: string
  readonly lead: string
  readonly contents: string
  readonly version: string
  readonly address: string
  readonly document: string
  readonly start: string
  /** `code` within back quotes. */
  readonly steps: Readonly<
    Record<ApiStep, { readonly heading: string; readonly says: (of: ApiNumbers) => readonly string[] }>
  >
  readonly tokenLink: string
  readonly groups: Readonly<Record<string, string>>
  readonly shapes: string
  readonly shapesSay: string
  readonly may: string
  readonly ofOwn: string
  readonly inBrowser: string
  readonly everybody: string
  /** What the requests to copy need. */
  readonly samples: {
    readonly token: string
    readonly own: (tenant: string, month: string) => string
    readonly noFinding: string
    /** Under each that writes. */
    readonly writes: string
    readonly invented: string
  }
  readonly sends: string
  readonly body: string
  readonly answers: string
  /** Before the name of a shape. */
  readonly fieldsOf: string
  readonly faults: string
  readonly request: string
  readonly example: string
  readonly noParameters: string
  readonly columns: Readonly<Record<'name' | 'where' | 'type' | 'says' | 'status' | 'code' | 'what', string>>
  readonly where: Readonly<Record<'path' | 'query' | 'header', string>>
  readonly required: string
  readonly optional: string
  readonly unsaid: string
  readonly types: {
    readonly text: string
    readonly formats: Readonly<Record<string, string>>
    readonly number: string
    readonly whole: string
    /** @param least, @param most as written; null: no bound */
    readonly bounds: (least: string | null, most: string | null) => string
    readonly truth: string
    readonly choice: string
    readonly choices: (count: string) => string
    readonly list: string
    readonly named: string
    readonly parts: string
    readonly listOfParts: string
    readonly orNull: string
  }
  readonly media: Readonly<Record<string, string>>
  /** Only of faults that the API can have. */
  readonly problems: Readonly<Partial<Record<ErrorCode, string>>>
}
