/** What reading one Pexip event gives, before its size and ignored values are counted. */
import type { Refusal, RefusalCode } from '../../../../schemas/refusals.ts'
import type { IdentifiedObservation } from '../../identified.ts'

export type EventOutcome =
  | {
      readonly ok: true
      readonly observation: IdentifiedObservation
      /** Values that the schema names and this event does not use. */
      readonly unused: number
    }
  | { readonly ok: false; readonly refusal: Refusal }

export function told(observation: IdentifiedObservation, unused = 0): EventOutcome {
  return { ok: true, observation, unused }
}

export function refused(code: RefusalCode, path: string): EventOutcome {
  return { ok: false, refusal: { code, path } }
}
