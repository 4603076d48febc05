/** Findings: the list, one of them, and its follow-up. */
import { z } from 'zod'
import {
  type ApiFinding,
  findingId,
  findingOne,
  findingQuery,
  findings,
  findingsQuery,
  followed,
  history,
  noteBody,
  stateBody,
} from '../../../schemas/api/findings.ts'
import { tenantId } from '../../../schemas/api/common.ts'
import { holdsContact } from '../../../schemas/control/note-persons.ts'
import type { Finding } from '../../../schemas/finding.ts'
import { type Language, statesAfter } from '../../advise/index.ts'
import { AppError } from '../../shared/errors.ts'
import { placeNames, publishedFinding, readFinding, readFindings } from '../reading/index.ts'
import { adviceOf, findingNames } from '../reports/advice.ts'
import type { FollowedFinding } from '../reports/input.ts'
import { createNames, type PlaceNames } from '../reports/names.ts'
import { wordsOf } from '../reports/words/index.ts'
import { type Route, route } from '../routes/route.ts'
import { firstOf, json, pageOf } from './answers.ts'
import { EXAMPLES } from './examples.ts'

const tags = ['findings']
const READ = { method: 'GET', permission: 'figures_read', scope: 'tenant', audit: ['report_read'] } as const
const CHANGE = { method: 'POST', permission: 'findings_change', scope: 'tenant' } as const
const ONE = '/api/v1/tenants/:tenant/findings/:id'
const params = z.strictObject({ tenant: tenantId, id: findingId })

/** A finding with its numbers in named units. */
export function findingBody(one: FollowedFinding, language: Language, names: PlaceNames): ApiFinding {
  // Of the advice: its numbers are those that its words say.
  const { finding, state, title, texts } = adviceOf(one, language, names)
  const nameOf = findingNames(createNames(wordsOf(language), names))
  const { id, tenant_id, month, revision, rule, rule_version, profile, confidence, outcome, test, impact } = finding
  const { dimension, value, value2, population, group, reference, causes } = finding
  return {
    id,
    tenant: tenant_id,
    month,
    revision,
    rule,
    rule_version,
    profile,
    state,
    confidence,
    title,
    texts: Object.fromEntries(texts.map(({ part, text }) => [part, text])),
    about: { dimension, id: value, name: value === '' ? '' : nameOf(dimension, value), second: value2, population },
    outcome,
    group: rateBody(group),
    reference: reference === null ? null : { ...rateBody(reference), kind: reference.kind },
    test: { code: test.code, q: test.q, compared: test.family, cases: test.n_eff },
    difference: differenceBody(finding),
    impact: { unit: impact.unit, value: impact.value, at_least: impact.low },
    since: sinceBody(finding),
    causes: causes.map(({ cause, share }) => ({ cause, percent: share / 10 })),
  }
}

function rateBody({ value, low, high, size }: Finding['group']): ApiFinding['group'] {
  return { percent: value / 10, low: low / 10, high: high / 10, connections_from: size }
}

function differenceBody({ effect }: Finding): ApiFinding['difference'] {
  if (effect === null) return null
  const { diff, low, high, ratio_c } = effect
  return {
    percentage_points: diff / 10,
    low: low / 10,
    high: high / 10,
    times: ratio_c === null ? null : ratio_c / 100,
  }
}

function sinceBody({ since, since_low, since_high }: Finding): ApiFinding['since'] {
  if (since === null) return null
  return { day: since, ...(since_low !== null && { from: since_low }), ...(since_high !== null && { to: since_high }) }
}

/** @throws AppError `note_names_person` */
function refuseContact(note: string | undefined): void {
  if (note !== undefined && holdsContact(note)) throw new AppError('note_names_person')
}

export const findingRoutes: readonly Route[] = [
  route({
    ...READ,
    url: '/api/v1/tenants/:tenant/findings',
    params: z.strictObject({ tenant: tenantId }),
    query: findingsQuery,
    response: { 200: findings },
    docs: {
      operationId: 'listFindings',
      summary: 'Findings of a customer',
      description:
        'Of what is published, newest month first; within a month those about the data first, then by how sure.',
      tags,
      example: EXAMPLES.findings,
    },
    async handler({ access, query, language }, web) {
      const { state, rule, month, after, limit } = query
      const all = await readFindings(web, access, month)
      // Before the filter: a finding whose state has changed meanwhile still says where the page before ended.
      const place = all.findIndex(({ finding }) => finding.id === after)
      if (after !== undefined && place === -1) throw new AppError('bad_request')
      const wanted = all
        .slice(place + 1)
        .filter(
          (one) => (state === undefined || one.state === state) && (rule ?? one.finding.rule) === one.finding.rule,
        )
      const { items, next } = firstOf(wanted, limit, ({ finding }) => finding.id)
      const names = await placeNames(web.control, access)
      const body = { items: items.map((one) => findingBody(one, query.lang ?? language, names)), next }
      return pageOf(`/api/v1/tenants/${access.tenantId}/findings`, query, body)
    },
  }),
  route({
    ...READ,
    url: ONE,
    params,
    query: findingQuery,
    response: { 200: findingOne },
    docs: {
      operationId: 'getFinding',
      summary: 'One finding',
      description: 'With the states that somebody who may change it can give it.',
      tags,
      example: EXAMPLES.finding,
    },
    async handler({ access, params, query, language }, web) {
      const row = await readFinding(web, access, params.id)
      if (row === null) throw new AppError('not_found')
      const names = await placeNames(web.control, access)
      const one = { finding: row.content, state: row.state }
      return json({ finding: findingBody(one, query.lang ?? language, names), next_states: statesAfter(row.state) })
    },
  }),
  route({
    ...READ,
    url: `${ONE}/history`,
    params,
    query: z.strictObject({}),
    response: { 200: history },
    docs: {
      operationId: 'getFindingHistory',
      summary: 'What was done about a finding, and noted',
      description: 'Who did it is in the audit log of the installation, and not here.',
      tags,
      example: EXAMPLES.history,
    },
    async handler({ access, params }, web) {
      if ((await readFinding(web, access, params.id)) === null) throw new AppError('not_found')
      const steps = await web.followUp.historyOf(access.tenantId, params.id)
      return json({
        items: steps.map(({ at_ms, from_state, to_state, note }) => ({
          at: new Date(at_ms).toISOString(),
          from: from_state,
          to: to_state,
          note,
        })),
      })
    },
  }),
  route({
    ...CHANGE,
    url: `${ONE}/state`,
    audit: ['finding_changed'],
    params,
    body: stateBody,
    response: { 200: followed },
    docs: {
      operationId: 'changeFindingState',
      summary: 'Change the state of a finding',
      description:
        'With a note, if you like; `rejected` needs one that says why, else it is refused with 422. A state that cannot follow is refused with 409.',
      tags,
      exampleBody: EXAMPLES.stateChange,
      example: EXAMPLES.followed,
    },
    async handler({ access, params: { id }, body, who }, web) {
      // What is not published is not followed up.
      if ((await publishedFinding(web, access, id)) === null) throw new AppError('not_found')
      const { state, note } = body
      refuseContact(note)
      const done = await web.followUp.changeState(access.tenantId, id, state, who.principal.accountId, note ?? null)
      if (done.outcome === 'unknown') throw new AppError('not_found')
      if (done.outcome === 'not_allowed') throw new AppError('state_not_allowed')
      if (done.outcome === 'note_missing') throw new AppError('note_missing')
      return { type: 'json', body: { id, state, next_states: statesAfter(state) } }
    },
  }),
  route({
    ...CHANGE,
    url: `${ONE}/notes`,
    audit: ['finding_noted'],
    params,
    body: noteBody,
    response: { 201: followed },
    docs: {
      operationId: 'addFindingNote',
      summary: 'Note something about a finding',
      description: 'Its state stays. Customers read what is noted; name no person.',
      tags,
      exampleBody: EXAMPLES.note,
      example: EXAMPLES.followed,
    },
    async handler({ access, params: { id }, body, who }, web) {
      const found = await publishedFinding(web, access, id)
      if (found === null) throw new AppError('not_found')
      refuseContact(body.note)
      const done = await web.followUp.addNote(access.tenantId, id, who.principal.accountId, body.note)
      if (done.outcome === 'unknown') throw new AppError('not_found')
      const location = `/api/v1/tenants/${access.tenantId}/findings/${id}/history`
      const { state } = found
      return { type: 'json', status: 201, headers: { location }, body: { id, state, next_states: statesAfter(state) } }
    },
  }),
]
