/** Words of the privacy officer's pages: what is withheld of a month and why, and what is kept. */
import type { LegalBasis, PrivacyClass } from '../../../../schemas/privacy/entry.ts'
import type { DisclosureRule } from '../../../../schemas/published.ts'

/** Chapters of the register, in the order in which something goes through them. */
export const CHAPTERS = [
  'received',
  'counted',
  'summed',
  'published',
  'customers',
  'promises',
  'accounts',
  'workings',
] as const
export type Chapter = (typeof CHAPTERS)[number]

/** A store of the register: its chapter, what people call it, and what is in it. */
interface KeptWords {
  readonly name: string
  readonly says: string
}

export interface PrivacyWords {
  readonly overview: {
    readonly title: string
    readonly lead: string
    readonly how: readonly string[]
    readonly howTitle: string
    readonly noTenants: string
    readonly noMonths: string
    readonly columns: Readonly<
      Record<'month' | 'state' | 'sealed' | 'k' | 'people' | 'cells' | 'shown' | 'withheld' | 'share', string>
    >
    readonly people: { readonly yes: string; readonly no: string }
    readonly register: string
    readonly months: (tenant: string) => string
    /** How rooms are counted among the cells. */
    readonly roomsSays: string
  }

  readonly protocol: {
    readonly title: (month: string) => string
    readonly lead: string
    readonly facts: Readonly<Record<'sealed' | 'revision' | 'k' | 'profile' | 'cells' | 'people', string>>
    readonly persons: (k: number) => string
    readonly cells: (of: { readonly cells: string; readonly shown: string; readonly withheld: string }) => string
    readonly peopleSafe: string
    readonly peopleNot: (k: number) => string
    readonly byCut: string
    readonly byCutSays: string
    readonly columns: Readonly<Record<'cut' | 'cells' | 'shown' | 'withheld' | 'why', string>>
    readonly people: string
    readonly rooms: string
    readonly roomsSays: string
    /** Of a rule with the cells that it met. */
    readonly times: (rule: string, cells: string) => string
    readonly all: string
    readonly none: string
    readonly rules: string
    readonly rulesSays: string
    /** @param count of cells, and the same written */
    readonly occurs: (count: number, cells: string) => string
    readonly occursNot: string
    /** Short name, what the rule does, and why that protects people. */
    readonly rule: Readonly<
      Record<
        DisclosureRule,
        { readonly short: string; readonly says: (k: number) => string; readonly why: (k: number) => string }
      >
    >
  }

  readonly register: {
    readonly title: string
    readonly lead: string
    readonly contents: string
    readonly never: string
    readonly neverSays: readonly string[]
    readonly classes: string
    readonly classSays: Readonly<Record<PrivacyClass, string>>
    readonly className: Readonly<Record<PrivacyClass, string>>
    readonly counts: (of: { readonly fields: string; readonly tables: string }) => string
    readonly chapters: Readonly<Record<Chapter, string>>
    readonly tables: Readonly<Record<string, KeptWords>>
    readonly fields: (count: string) => string
    readonly columns: Readonly<Record<'field' | 'class' | 'treatment' | 'purpose', string>>
    readonly basis: string
    readonly retention: string
    readonly bases: Readonly<Record<LegalBasis, string>>
    readonly store: string
    readonly stores: Readonly<Record<'clickhouse' | 'control', string>>
    readonly differs: (fields: string, says: string) => string
    readonly rules: string
    readonly rulesSays: string
    readonly rule: Readonly<Record<'needs' | 'on' | 'fires' | 'version', string>>
    readonly healthRules: string
    readonly otherRules: string
  }
}

/** Which store is told in which chapter, in the order in which they stand. A test asks that none is missing. */
export const CHAPTER_TABLES: Readonly<Record<Chapter, readonly string[]>> = {
  received: ['observations', 'intake', 'refused'],
  counted: ['call_legs', 'graded_legs', 'leg_health', 'arrival_health'],
  summed: ['cube_day', 'cube_month', 'strata', 'strata_models', 'concurrency'],
  published: ['published', 'published_days', 'sealed_legs', 'periods', 'publications', 'findings', 'finding_changes'],
  customers: ['tenants', 'sites', 'rooms', 'sources'],
  promises: ['keys', 'ledger', 'audit'],
  accounts: ['accounts', 'account_tenants', 'invitations', 'sessions', 'api_tokens'],
  workings: ['revision', 'watermarks', 'swap_intents', 'schema_migrations', 'migrations'],
}
