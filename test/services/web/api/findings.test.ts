/** Findings in the API: read with the numbers of their words, followed up by who may, and known by a validator. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findingOne, findings, followed, history } from '../../../../schemas/api/findings.ts'
import { health } from '../../../../schemas/api/periods.ts'
import { writeFindings } from '../../../../services/advise/stored.ts'
import { API, asking, OF_MONTH, problemIn } from '../../../support/api.ts'
import { findingOf, FOREIGN, MONTH, OWN, type Served, startServed } from '../../../support/served.ts'

let served: Served
beforeAll(async () => {
  served = await startServed()
})
afterAll(() => served.close())

const { ask, read, send, findingPath } = asking(() => served)

async function etagOf(path: string): Promise<string | null> {
  return (await ask(path)).headers.get('etag')
}

describe('a validator', () => {
  it('saves an answer that has not changed, and the reading of it is written down', async () => {
    const path = `${OF_MONTH}/cuts/site`
    const first = await ask(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/u)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const before = (await served.audited()).length
    const again = await ask(path, 'customer_viewer', { 'if-none-match': `"other", W/${etag}` })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    expect(again.headers.get('cache-control')).toBe('private, no-cache')
    expect((await served.audited()).slice(before).map(({ action }) => action)).toEqual(['report_read'])
  })

  it('changes with the language and with the follow-up', async () => {
    expect(await etagOf(`${OF_MONTH}/cuts/site?lang=nl`)).not.toBe(await etagOf(`${OF_MONTH}/cuts/site?lang=en`))
    const before = await etagOf(findingPath())
    expect((await send(`${findingPath()}/notes`, { note: 'asked the supplier' })).status).toBe(201)
    expect(await etagOf(findingPath())).toBe(before)
    expect((await send(`${findingPath()}/state`, { state: 'accepted' })).status).toBe(200)
    expect(await etagOf(findingPath())).not.toBe(before)
  })
})

describe('findings', () => {
  it('have the numbers that their words say', async () => {
    const { finding } = await read(findingPath(), findingOne)
    const { text } = await ask(`/t/${OWN}/${MONTH}/files/report.json`)
    const { advice } = z
      .looseObject({ advice: z.array(z.looseObject({ title: z.string(), texts: z.record(z.string(), z.string()) })) })
      .parse(JSON.parse(text))
    expect({ title: finding.title, texts: finding.texts }).toEqual({
      title: advice[0]?.title,
      texts: advice[0]?.texts,
    })
    expect(finding.group).toEqual({ percent: 15, low: 12, high: 19, connections_from: 5_000 })
    expect(finding.texts.finding).toContain('15%')
    expect(finding.impact).toEqual({ unit: 'poor_hours', value: 1_240, at_least: 800 })
  })

  it('are followed up by a consultant, with a note, and by nobody else', async () => {
    const refused = await send(`${findingPath()}/state`, { state: 'rejected' }, 'customer_viewer')
    expect([refused.status, problemIn(refused)]).toEqual([403, 'forbidden'])
    const before = (await read(`${findingPath()}/history`, history)).items.length
    const why = await send(`${findingPath()}/state`, { state: 'rejected' })
    expect([why.status, problemIn(why)]).toEqual([422, 'note_missing'])
    const done = await send(`${findingPath()}/state`, { state: 'rejected', note: '  not  at fault ' })
    expect(followed.parse(JSON.parse(done.text))).toMatchObject({ state: 'rejected', next_states: ['accepted'] })
    const impossible = await send(`${findingPath()}/state`, { state: 'verified' })
    expect([impossible.status, problemIn(impossible)]).toEqual([409, 'state_not_allowed'])
    const { items } = await read(`${findingPath()}/history`, history)
    expect(items).toHaveLength(before + 1)
    expect(items.at(-1)).toMatchObject({ to: 'rejected', note: 'not at fault' })
    const last = (await served.audited()).findLast(({ action }) => action === 'finding_changed')
    expect(last).toEqual({ actor: served.accounts.consultant.id, action: 'finding_changed', tenant_id: OWN })
  })

  it.each([{}, { note: '' }, { note: 'a\u0007b' }, { note: 'x'.repeat(501) }, { note: 'x', tenant: FOREIGN }])(
    'take no note like %j',
    async (body) => {
      const answered = await send(`${findingPath()}/notes`, body)
      expect([answered.status, problemIn(answered)]).toEqual([400, 'bad_request'])
    },
  )

  it.each(['notes', 'state'])('take no note by which a person can be reached (%s)', async (what) => {
    const note = 'call J. on 06-12345678'
    const answered = await send(`${findingPath()}/${what}`, what === 'notes' ? { note } : { state: 'planned', note })
    expect([answered.status, problemIn(answered)]).toEqual([422, 'note_names_person'])
  })

  it.each([
    ['x'.repeat(20_000), 'The note is too long: at most 500 characters'],
    ['ask j.jansen@example.org', 'Name no persons'],
  ])('say on their page why a note is not taken, and give all of it back', async (note, why) => {
    const path = `/t/${OWN}/findings/${served.finding[OWN] ?? ''}`
    const form = { state: '', note }
    const answered = await served.visit(await served.session('consultant'), path, { method: 'POST', form })
    expect(answered.status).toBe(422)
    expect(answered.text).toContain(why)
    expect(/<textarea[^>]*>([^<]*)</u.exec(answered.text)?.[1]).toBe(note)
    expect((await read(`${findingPath()}/history`, history)).items.some((one) => one.note === note)).toBe(false)
  })

  it('are not turned down on their page without a reason; what was chosen stays chosen', async () => {
    await send(`${findingPath()}/state`, { state: 'accepted' })
    const path = `/t/${OWN}/findings/${served.finding[OWN] ?? ''}`
    const form = { state: 'rejected', note: ' ' }
    const answered = await served.visit(await served.session('consultant'), path, { method: 'POST', form })
    expect(answered.status).toBe(422)
    expect(answered.text).toMatch(/id="note-problem" role="alert">Write in the note why nothing will be done/u)
    expect(answered.text).toMatch(/name="state" value="rejected" checked/u)
    const again = { method: 'POST', form: { ...form, note: 'the line is replaced anyway' } }
    expect(await served.visit(await served.session('consultant'), path, again)).toMatchObject({ status: 303 })
  })

  it('of another customer are not there', async () => {
    const foreign = `${API}/findings/${served.finding[FOREIGN] ?? ''}`
    const nothing = `${API}/findings/00000000-0000-8000-8000-0000000000ff`
    expect((await ask(foreign)).text).toBe((await ask(nothing)).text)
    expect((await send(`${foreign}/state`, { state: 'accepted' })).status).toBe(404)
    expect((await send(`${foreign}/notes`, { note: 'ours' })).status).toBe(404)
  })

  it('are listed by page and by filter, each once', async () => {
    const ids = Array.from({ length: 5 }, (_, index) => `00000000-0000-8000-8000-0000000001${index}0`)
    const more = [served.finding[OWN] ?? '', ...ids].map((id, index) => ({
      ...findingOf(OWN, id),
      rule: index % 2 === 0 ? ('A01' as const) : ('G01' as const),
    }))
    await writeFindings(served.control, { tenantId: OWN, month: MONTH, findings: more, now: 0 })
    const seen: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const page: z.output<typeof findings> = await read(
        `${API}/findings?limit=2${after === '' ? '' : `&after=${after}`}`,
        findings,
      )
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
    }
    expect(seen.toSorted()).toEqual(more.map(({ id }) => id).toSorted())
    const ofRule = await read(`${API}/findings?rule=G01&month=${MONTH}&state=new`, findings)
    expect(ofRule.items.map(({ rule }) => rule)).toEqual(['G01', 'G01', 'G01'])
    expect((await read(`${OF_MONTH}/health`, health)).findings).toEqual(ofRule.items)
    expect((await read(`${API}/findings?month=2026-09`, findings)).items).toEqual([])
  })
})
