/** One finding: what was found, and what becomes of it. */
import { z } from 'zod'
import { holdsContact } from '../../../schemas/control/note-persons.ts'
import { noteText } from '../../../schemas/control/values.ts'
import { FINDING_STATES } from '../../../schemas/finding.ts'
import { statesAfter } from '../../advise/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type Access, may } from '../access.ts'
import type { FindingView } from '../pages/views.ts'
import { placeNames, publishedFinding, readFinding, readTenant } from '../reading/index.ts'
import { adviceOf } from '../reports/advice.ts'
import type { WebParts } from '../server/parts.ts'
import { type Answer, page, redirect } from './answer.ts'
import { draw } from './draw.ts'
import { type AskedAny, type Route, route } from './route.ts'
import { longField, ofTenant, pageQuery } from './shapes.ts'

const params = z.strictObject({ ...ofTenant, id: z.uuid() })
const OF_ONE = { url: '/t/:tenant/findings/:id', scope: 'tenant', params } as const

interface Wanted extends Pick<AskedAny, 'language' | 'who'> {
  readonly access: Access
  readonly params: { readonly id: string }
}

async function viewOf(
  web: WebParts,
  { access, params, language, who }: Wanted,
  { problem = null, typed = '', chosen = '' }: Partial<Pick<FindingView, 'problem' | 'typed' | 'chosen'>> = {},
): Promise<FindingView> {
  const row = await readFinding(web, access, params.id)
  if (row === null) throw new AppError('not_found')
  const { id, name, zone } = await readTenant(web.control, access)
  const { content: finding, state, month } = row
  const mayChange = who !== null && may(who.principal, 'findings_change')
  const names = await placeNames(web.control, access)
  return {
    tenant: { id, name, zone },
    month,
    advice: adviceOf({ finding, state }, language, names),
    names,
    next: mayChange ? statesAfter(state) : [],
    mayChange,
    steps: (await web.followUp.historyOf(access.tenantId, row.id)).map(({ at_ms, from_state, to_state, note }) => ({
      atMs: at_ms,
      from: from_state,
      to: to_state,
      note,
    })),
    problem,
    typed,
    chosen,
  }
}

export const findingRoutes: readonly Route[] = [
  route({
    ...OF_ONE,
    method: 'GET',
    permission: 'figures_read',
    audit: ['report_read'],
    query: pageQuery({}),
    handler: async (asked, web) => page(draw.finding(asked.chrome(), await viewOf(web, asked))),
  }),
  route({
    ...OF_ONE,
    method: 'POST',
    permission: 'findings_change',
    audit: ['finding_changed', 'finding_noted'],
    body: z.object({ state: z.union([z.literal(''), z.enum(FINDING_STATES)]), note: longField }),
    async handler(asked, web): Promise<Answer> {
      const { body, access, params, who, saying, chrome } = asked
      const at = `/t/${access.tenantId}/findings/${params.id}`
      const again = async (problem: FindingView['problem']): Promise<Answer> =>
        page(draw.finding(chrome(at), await viewOf(web, asked, { problem, typed: body.note, chosen: body.state })), 422)
      // What is not published is not followed up.
      if ((await publishedFinding(web, access, params.id)) === null) throw new AppError('not_found')
      const read = noteText.safeParse(body.note)
      const wrong = read.error?.issues[0]?.code
      const note = wrong === 'too_small' ? null : read
      if (note?.success === false) return again(wrong === 'too_big' ? 'note_too_long' : 'note_invalid')
      if (note !== null && holdsContact(note.data)) return again('note_names_person')
      const actor = who.principal.accountId
      if (body.state === '') {
        if (note === null) return again('not_allowed')
        await web.followUp.addNote(access.tenantId, params.id, actor, note.data)
        return redirect(saying(at, 'note_added'))
      }
      const done = await web.followUp.changeState(access.tenantId, params.id, body.state, actor, note?.data ?? null)
      if (done.outcome === 'unknown') throw new AppError('not_found')
      if (done.outcome !== 'changed') return again(done.outcome)
      return redirect(saying(at, 'state_changed'))
    },
  }),
]
