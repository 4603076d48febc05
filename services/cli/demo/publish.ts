/** The demo's last part: months that are over are sealed, and the last of them is reported. */
import type { OpenDesk } from '../../processes/operator.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Control } from '../../shared/control/index.ts'
import { reportJson, reportOf, reportText } from '../../web/index.ts'
import { findTenant } from '../admin/find.ts'
import type { Language } from '../language.ts'
import { protocolText } from '../period-text.ts'
import { openFollowUp, readMonth } from '../report-input.ts'
import { wordsOf } from '../words/index.ts'
import type { Saying } from './stages.ts'

type PublishDesk = Pick<OpenDesk, 'periods' | 'seal' | 'published'>

export interface Publishing {
  /** Months that were sealed, oldest first. */
  readonly sealed: readonly string[]
  /** Of the last of them; null where no month is over. */
  readonly last: {
    readonly report: ReturnType<typeof reportJson>
    readonly text: string
    readonly protocol: string
  } | null
}

/** Seals what is due by the calendar, and reads the last month as a consultant would. @throws the signal's reason */
export async function publishMonths(
  desk: PublishDesk,
  tenantId: string,
  { control, clock }: { readonly control: Control; readonly clock: Clock },
  { language, note, words, signal }: Saying & { readonly language: Language },
): Promise<Publishing> {
  const { period, report } = wordsOf(language)
  const tenant = await findTenant(control.db, tenantId)
  const sealed: string[] = []
  for (const { month, state } of await desk.periods(tenantId)) {
    if (state !== 'closed') continue
    signal.throwIfAborted()
    const from = performance.now()
    const done = await desk.seal(tenantId, month)
    if ('refused' in done) {
      note(`  ${period.refused[done.refused]({ month, due: done.due, terms: tenant })}`)
      continue
    }
    sealed.push(month)
    note(words.sealed(month, performance.now() - from, done.revision))
  }
  const last = sealed.at(-1)
  return {
    sealed,
    last:
      last === undefined
        ? null
        : await reported({
            desk,
            control,
            followUp: openFollowUp(control, clock),
            tenant,
            month: last,
            language,
            words: report,
          }),
  }
}

async function reported(asked: Parameters<typeof readMonth>[0]): Promise<Publishing['last']> {
  const report = reportOf(await readMonth(asked))
  const published = await asked.desk.published(asked.tenant.id, asked.month)
  return {
    report: reportJson(report),
    text: reportText(report),
    protocol:
      published === null ? '' : protocolText(asked.tenant.id, published.publication, wordsOf(asked.language).period),
  }
}
