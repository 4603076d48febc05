/** Why a month is not sealed or opened, in words, with what can be done. */
import type { Tenant } from '../../schemas/control/tables.ts'
import type { Refusal } from '../disclosure/index.ts'

type Terms = Pick<Tenant, 'id' | 'contract_from' | 'contract_to' | 'seal_days'>

export function refusalText(
  { refused, due }: { readonly refused: Refusal; readonly due: string },
  { id, contract_from: from, contract_to: to, seal_days: days }: Terms,
  month: string,
): string {
  const call = (name: string): string => `avesqo period ${name} --tenant ${id} --month ${month}`
  const words: Record<Refusal, string> = {
    before_contract: `${month} lies before the contract of ${id}, which begins on ${from}.`,
    after_contract: `${month} lies after the contract of ${id}, which ends on ${to ?? ''}.`,
    not_over: `${month} is not over at ${id}. It can be sealed from ${due} on.`,
    too_early: `${month} of ${id} can be sealed from ${due} on: late records are waited for, ${days} days. (avesqo tenant edit ${id} --seal-days changes that.)`,
    no_legs: `Nothing is counted of ${month} at ${id}, so there is nothing to publish. See what has arrived: avesqo rollup status`,
    sealed: `${month} of ${id} is sealed already. Read it with: avesqo report --tenant ${id} --month ${month}; to publish it anew, begin with: ${call('reopen')} --reason "…"`,
    not_sealed: `${month} of ${id} was never sealed, so it cannot be opened again. See: avesqo period status --tenant ${id}`,
    reopened: `${month} of ${id} is open already. Seal it with: ${call('seal')}`,
    frozen: `${month} of ${id} is frozen: its facts go or have gone, and nothing of it can change any more.`,
  }
  return words[refused]
}
