/** A published month for the command line: read through the desk, in the operator's name; where there is none, why. */
import type { Tenant } from '../../schemas/control/tables.ts'
import { createFollowUp, type FollowUp } from '../advise/index.ts'
import { createAudit } from '../privacy/index.ts'
import type { OpenDesk } from '../processes/operator.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import {
  type Language,
  type MonthFigures,
  operatorAccess,
  readFigures as figuresOf,
  readMonth as monthOf,
  type ReadingParts,
  type ReportInput,
} from '../web/index.ts'
import { cannot } from './admin/flags.ts'
import type { ReportWords } from './words/report.ts'

export function openFollowUp(control: Control, clock: Clock): FollowUp {
  const audit = createAudit(control, clock)
  return createFollowUp({ control, clock, audit: (entry, tx) => audit.write(entry, tx) })
}

interface Asked {
  readonly desk: Pick<OpenDesk, 'published' | 'periods'>
  readonly control: Control
  readonly followUp: FollowUp
  readonly tenant: Pick<Tenant, 'id'>
  /** `YYYY-MM` */
  readonly month: string
  readonly language: Language
  /** In which it is said why there is nothing to read. */
  readonly words: ReportWords
}

/**
 * Reads a month; that it was read stands in the audit log.
 *
 * @throws UserError where the month is not published: which ones are, and what to do
 */
export async function readMonth(asked: Asked): Promise<ReportInput> {
  return (await monthOf(partsOf(asked), wishOf(asked))) ?? refuse(asked)
}

/** Only what was published, without advice and without the month before. @throws as `readMonth` */
export async function readFigures(asked: Asked): Promise<MonthFigures> {
  return (await figuresOf(partsOf(asked), wishOf(asked))) ?? refuse(asked)
}

/** The desk writes the audit log where it reads. */
function partsOf({ desk, control, followUp }: Asked): ReadingParts {
  return {
    source: {
      published: ({ tenantId }, month) => desk.published(tenantId, month),
      months: ({ tenantId }) => desk.periods(tenantId),
    },
    control,
    followUp,
  }
}

function wishOf({ tenant, month, language }: Asked): Parameters<typeof monthOf>[1] {
  return { access: operatorAccess(tenant.id), month, language }
}

async function refuse(asked: Asked): Promise<never> {
  throw cannot(await whyNot(asked))
}

async function whyNot({ desk, tenant: { id }, month, words }: Asked): Promise<string> {
  const periods = await desk.periods(id)
  const sealed = periods.filter(({ revision }) => revision !== null).map(({ month }) => month)
  const known = sealed.length === 0 ? words.nonePublished : words.published(sealed)
  const state = periods.find((period) => period.month === month)
  if (state === undefined) return `${words.notPublished(month, id)} ${known}`
  if (state.state === 'open') return `${words.notOver(month, id, state.due)} ${known}`
  return `${words.notSealed(month, id, state.due)} ${known}`
}
