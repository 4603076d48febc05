/** Words of `avesqo explain`. What a field’s treatment is called stands in the register. */
import type { RefusalCode } from '../../../schemas/refusals.ts'

export interface ExplainWords {
  readonly observation: (number: number) => string
  readonly withheld: (fields: readonly string[]) => string
  /** @param reason the code in words */
  readonly refused: (index: number, code: RefusalCode, path: string, reason: string) => string
  readonly sums: (sums: {
    readonly kept: number
    readonly refused: number
    readonly dropped: number
    readonly ignored: number
  }) => string
  readonly noConfiguration: string
  readonly cannotRead: (file: string) => string
  readonly notJson: (file: string) => string
  readonly notConfiguration: (file: string, where: string) => string
  /** @param where in place of the path to a field: the whole file */
  readonly wholeFile: string
  readonly tooLarge: (file: string, limitMib: number) => string
}
