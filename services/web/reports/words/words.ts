/**
 * Every word of a report, once a language. What is missing in one of them does not compile.
 *
 * One thing has one name, here and in the texts of findings (services/advise/text); a test looks for the other names:
 *
 * | thing                                  | English         | Dutch         | not                                    |
 * |----------------------------------------|-----------------|---------------|----------------------------------------|
 * | leg: one person or room in one meeting | connection      | verbinding    | leg, participation, attempt, deelname  |
 * | conference                             | meeting         | vergadering   | conference, meeting (nl)               |
 * | person in a meeting                    | person, people  | persoon, mens | participant, attendee, deelnemer       |
 * | site                                   | site            | locatie       | location, vestiging                    |
 * | room                                   | room            | ruimte        | zaal, kamer                            |
 * | model of what people or rooms use      | app, device, model | app, apparaat, model | client, toestel           |
 * | tenant                                 | customer        | klant         | tenant                                 |
 * | 95 % interval                          | range           | marge         | interval, bereik                       |
 * | part of all                            | share           | aandeel       | deel                                   |
 * | leg that was cut off                   | dropped out     | afgebroken    | cut off, verbroken                     |
 * | leg that did not come about            | failed to join  | deelname mislukt | failed attempt, mislukte poging     |
 */
import type { Cut, Dimension, SIZE_BANDS, WEEKDAYS } from '../../../../schemas/cube.ts'
import type { Finding, FindingState } from '../../../../schemas/finding.ts'
import type { MeasuringKind, Profile } from '../../../../schemas/profiles.ts'
import type { Network, Platform, SITE_WORDS, Transport } from '../../../../schemas/states.ts'
import type { Format } from '../../../shared/format.ts'
import type { AdvicePart, Measure } from '../report.ts'

const SECTIONS = [
  'summary',
  'health',
  'advice',
  'handled',
  'looked',
  'about',
  'reading',
  'key',
  'site',
  'platform',
  'network',
  'model',
  'size',
  'time',
  'rooms',
  'days',
] as const
export type SectionId = (typeof SECTIONS)[number]

const FACTS = [
  'customer',
  'period',
  'data_until',
  'completeness',
  'profile',
  'measuring_point',
  'revision',
  'group',
  'contact',
  'made_by',
] as const
export type FactId = (typeof FACTS)[number]

/** Signs and words that are explained, in the order in which a reader meets them. */
export const READING = [
  'range',
  'evidence',
  'q',
  'independent',
  'points',
  'bounded',
  'few',
  'class',
  'percentiles',
  'loss',
  'jitter',
  'rtt',
  'mos',
] as const
export type ReadingId = (typeof READING)[number]

/** A sign or word as it occurs, and what it means. */
export type Explained = (of: { readonly k: number; readonly format: Format }) => {
  readonly label: string
  readonly text: string
}

/** Columns of advice and of what was looked at, beside the texts. */
type EvidenceId =
  | 'number'
  | 'id'
  | 'rule'
  | 'rule_version'
  | 'state'
  | 'title'
  | 'group_pct'
  | 'group_low'
  | 'group_high'
  | 'reference_pct'
  | 'reference_low'
  | 'reference_high'
  | 'difference_pct'
  | 'difference_low'
  | 'difference_high'
  | 'impact'
  | 'impact_low'
  | 'impact_unit'
  | 'outcome'
  | 'more_meetings'

/** Sentences of the summary. Numbers and names come formatted. */
export interface SummaryWords {
  /** @param of counts as they are published */
  readonly use: (of: { readonly month: string; readonly legs: string; readonly meetings: string | null }) => string
  /** @param rooms rooms that are shown */
  readonly noPeople: (k: number, rooms: number) => string
  /** How many connections were poor, by the way of measuring; without the full stop. */
  readonly poor: Readonly<Record<MeasuringKind, (percent: string) => string>>
  /** Without the full stop, like `poor`. */
  readonly failed: (percent: string) => string
  /** Follows `poor` and `failed`: how it was in the month before. */
  readonly against: Readonly<Record<'more' | 'fewer' | 'same', (percent: string, month: string) => string>>
  readonly worst: (of: {
    readonly title: string
    readonly confidence: Finding['confidence']
    /** What it costs, as half a sentence; '' where that is not known. */
    readonly impact: string
    /** Further findings that are open. */
    readonly more: number
  }) => string
  /** Only where every question has an answer. */
  readonly nothing: string
  /** @param open questions without an answer yet */
  readonly nothingYet: (open: number, all: number) => string
  /** There is advice, and all of it is done or turned down. */
  readonly handled: string
  readonly first: (action: string) => string
  /** @param parts half sentences */
  readonly unknown: (parts: readonly string[]) => string
  readonly part: (from: string, until: string) => string
  readonly ungraded: (percent: string) => string
  readonly incomplete: (days: number) => string
  readonly unanswered: (open: number, all: number) => string
  readonly small: (k: number) => string
}

/** Words of dimensions whose values are of a closed list; the others are names. */
interface ValueWords {
  readonly site: Readonly<Record<(typeof SITE_WORDS)[number], string>>
  readonly platform: Readonly<Record<Platform, string>>
  readonly network: Readonly<Record<Network, string>>
  readonly transport: Readonly<Record<Transport, string>>
  readonly size: Readonly<Record<(typeof SIZE_BANDS)[number], string>>
  readonly weekday: Readonly<Record<(typeof WEEKDAYS)[number], string>>
  readonly hour: { readonly outside: string; readonly between: (from: string, until: string) => string }
}

/** What is said of how complete a month is. Numbers are days; the lowest is a whole per cent. */
interface Completeness {
  readonly days: number
  readonly withData: number
  readonly complete: number
  readonly lowest: { readonly day: string; readonly percent: string } | null
}

export interface Words {
  readonly title: (tenant: string, month: string) => string
  readonly headings: Readonly<Record<SectionId, string>>
  readonly tables: Readonly<Record<Cut | 'days' | 'days_site', { readonly title: string; readonly says: string }>>
  readonly measures: Readonly<Record<Measure, string>>
  readonly dimensions: Readonly<Record<Dimension | 'month' | 'day', string>>
  readonly values: ValueWords
  /** Values that are no name: folded, not known, and places that are no longer declared. */
  readonly other: string
  readonly unknown: string
  readonly removed: (number: string) => string

  readonly few: (k: number) => string
  readonly fewShort: (k: number) => string
  readonly fewOfDay: string
  readonly atMost: (text: string) => string
  readonly atLeast: (text: string) => string
  readonly keptMark: string
  /** Under a table that has such cells. */
  readonly legend: {
    readonly few: (k: number) => string
    readonly fewOfDay: (k: number) => string
    readonly bounded: string
    /** What the value `other` is. */
    readonly other: string
    /** Why causes of failure do not add up. */
    readonly causes: string
    readonly left: (k: number) => string
    /** Columns of a table that hold nothing but hidden figures are not printed. */
    readonly columns: (titles: readonly string[]) => string
    readonly kept: string
    readonly none: string
  }

  readonly summary: SummaryWords
  readonly reading: Readonly<Record<ReadingId, Explained>>

  readonly facts: Readonly<Record<FactId, string>>
  readonly about: {
    /** @param data first and last day with data, where they do not cover the period */
    readonly period: (
      month: string,
      from: string,
      until: string,
      zone: string,
      data: { readonly from: string; readonly until: string } | null,
    ) => string
    readonly dataUntil: (instant: string) => string
    readonly completeness: (of: Completeness) => string
    readonly profile: (id: string, date: string | null) => string
    readonly measuringPoint: Readonly<Record<MeasuringKind, string>>
    /** @param reopened why it was opened again, while it is */
    readonly revision: (number: number, sealed: string, reopened: string | null) => string
    readonly group: (k: number) => string
    readonly madeBy: (version: string, watermark: string) => string
    readonly contact: string
    /** What a connection is. */
    readonly connection: string
    readonly grades: (profile: Profile, format: Format) => Readonly<Record<MeasuringKind, string>>
    readonly ungraded: (profile: Profile, format: Format) => string
    readonly withheld: (k: number, roomsOnly: boolean) => readonly string[]
    readonly noPeople: (k: number) => string
  }

  readonly advice: {
    readonly parts: Readonly<Record<AdvicePart, string>>
    readonly states: Readonly<Record<FindingState, string>>
    readonly none: string
    /** Of the questions that the rules ask: so many have no answer. */
    readonly unanswered: (open: number, all: number) => string
    readonly healthNone: string
    /** All that was found about the data is dealt with. */
    readonly healthHandled: string
    readonly handled: string
    /** What a group is, where it is said that one has too few meetings. */
    readonly groups: string
    readonly pending: string
    /** What a rule came to that found something. */
    readonly found: (rule: string, count: number) => string
  }

  /** A month of the key figures that is not whole: its name, and a sentence for each. */
  readonly part: {
    readonly name: (month: string) => string
    readonly says: (month: string, from: string, until: string) => string
    readonly compare: string
  }

  /** A dimension of which no table was published. */
  readonly notPublished: (k: number) => string
  readonly noRooms: string
  readonly noDays: string
  readonly moreInFiles: string

  /** Words of the files. */
  readonly files: {
    readonly readme: readonly string[]
    readonly columns: string
    readonly low: string
    readonly high: string
    readonly mark: string
    readonly kept: string
    readonly part: string
    readonly text: string
    /** Before the lower end of a class of size. */
    readonly from: string
    /** Titles of the columns of advice and of what was looked at, by their ids. */
    readonly evidence: Readonly<Record<EvidenceId, string>>
  }
}
