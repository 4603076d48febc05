/** Words of `avesqo period`: the months of a customer, and what is shown of them. */
import type { Tenant } from '../../../schemas/control/tables.ts'
import type { Dimension } from '../../../schemas/cube.ts'
import type { DisclosureRule, PeriodState } from '../../../schemas/published.ts'
import type { Refusal } from '../../disclosure/index.ts'

/** A refused call: which month of whom, from when it may be sealed, and the terms that decide it. */
export interface RefusedMonth {
  readonly month: string
  /** `YYYY-MM-DD` */
  readonly due: string
  readonly terms: Pick<Tenant, 'id' | 'contract_from' | 'contract_to' | 'seal_days'>
}

/** A month of a customer. */
interface OfTenant {
  readonly tenant: string
  readonly month: string
}

export interface PeriodWords {
  readonly status: {
    readonly head: Readonly<Record<'month' | 'state' | 'revision' | 'sealed' | 'due' | 'people', string>>
    readonly states: Readonly<Record<PeriodState, string>>
    readonly shown: string
    readonly tooFew: string
    /** A month within which the contract begins or ends, and what that means. */
    readonly part: (month: string) => string
    readonly partSays: string
    readonly reopened: (month: string, reason: string) => string
    readonly mayBeSealed: (of: OfTenant & { readonly due: string }) => string
    readonly waits: (of: OfTenant) => string
  }

  readonly sealed: (of: OfTenant & { readonly revision: number }) => string
  readonly sealedAgain: (of: OfTenant & { readonly revision: number }) => string
  readonly read: (of: OfTenant) => string
  readonly reopened: (of: OfTenant & { readonly revision: number }) => readonly string[]
  readonly noPeople: string
  /** What a seal is at; see `atWork`. */
  readonly stageCounting: string
  readonly stageDeciding: string

  readonly protocol: {
    readonly title: (of: OfTenant & { readonly revision: number; readonly k: number }) => string
    readonly head: Readonly<Record<'cut' | 'cells' | 'shown' | 'rules', string>>
    /** A cut of people by these dimensions. */
    readonly people: (dimensions: readonly Dimension[]) => string
    readonly rooms: string
    /** What a cell is, and how rooms are counted: lines. */
    readonly cellSays: string
    readonly roomSays: string
    readonly byRule: string
    readonly rules: Readonly<Record<DisclosureRule, { readonly name: string; readonly says: string }>>
    readonly neverSealed: (of: OfTenant) => string
  }

  readonly refused: Readonly<Record<Refusal, (of: RefusedMonth) => string>>
}
