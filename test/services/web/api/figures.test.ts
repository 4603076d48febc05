/** The figures and months of the API are those of the report, to whoever may have them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cells, days, series } from '../../../../schemas/api/figures.ts'
import { health, period, periods, tenants } from '../../../../schemas/api/periods.ts'
import { type Cut, CUT_NAMES, CUTS } from '../../../../schemas/cube.ts'
import { API, asking, OF_MONTH, problemIn } from '../../../support/api.ts'
import { type Answered, HOSTILE, MONTH, OWN, type Served, startServed } from '../../../support/served.ts'

let served: Served
beforeAll(async () => {
  served = await startServed()
})
afterAll(() => served.close())

const { ask, read } = asking(() => served)

/** Every row of a list, by the pages that lead to one another. */
async function allRows<Row>(path: string, schema: z.ZodType<{ rows: Row[]; next: string | null }>, limit: number) {
  const rows: Row[] = []
  const sign = path.includes('?') ? '&' : '?'
  for (let after: string | null = ''; after !== null;) {
    const page: { rows: Row[]; next: string | null } = await read(
      `${path}${sign}limit=${limit}${after === '' ? '' : `&after=${after}`}`,
      schema,
    )
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

const jsonRow = z.record(z.string(), z.unknown())
const reportFile = z.looseObject({ tables: z.array(z.looseObject({ id: z.string(), rows: z.array(jsonRow) })) })
type JsonRow = z.output<typeof jsonRow>
async function tablesOfReport(): Promise<ReadonlyMap<string, readonly JsonRow[]>> {
  const { tables } = await read(`/t/${OWN}/${MONTH}/files/report.json`, reportFile)
  return new Map(tables.map(({ id, rows }) => [id, rows]))
}

type ApiRow = z.output<typeof cells>['rows'][number] | z.output<typeof days>['rows'][number]
/** A row of the API as the file of the report writes it. */
function asInFile({ mark, measures }: ApiRow, labels: JsonRow): JsonRow {
  const said = Object.entries(measures).map(([measure, figure]) => {
    const { value, unit, low, high, mark: of, kept } = figure
    const interval = low === null ? {} : { low, high }
    if (of === 'few') return [measure, { mark: 'few' }] as const
    const shown = { unit: unit === 'connections_from' ? 'from' : unit, value, ...interval }
    return [measure, { ...shown, ...(of !== 'shown' && { mark: of }), ...(kept && { kept }) }] as const
  })
  return { ...labels, ...Object.fromEntries(said), ...(mark === 'few' && { mark: 'few' }) }
}

/** A group of which the month says nothing. */
async function firstHidden() {
  for (const cut of CUT_NAMES.filter((name: Cut) => CUTS[name].by.length === 2)) {
    const { rows } = await read(`${OF_MONTH}/cuts/${cut}?limit=500`, cells)
    const row = rows.find(({ mark }) => mark === 'few')
    if (row !== undefined) return { cut, values: row.values }
  }
  throw new Error('The month of the test hides nothing.')
}

describe('figures', () => {
  it('are those of the report, of every cut, whatever the length of a page', async () => {
    const tables = await tablesOfReport()
    const { publication } = await read(OF_MONTH, period)
    expect(publication?.cuts).toEqual(CUT_NAMES.filter((cut) => tables.has(cut)))
    let hidden = 0
    for (const cut of publication?.cuts ?? []) {
      const path = `${OF_MONTH}/cuts/${cut}`
      const rows = await allRows(path, cells, 7)
      expect(rows).toEqual((await read(`${path}?limit=500`, cells)).rows)
      const labelled = rows.map((row) =>
        asInFile(row, Object.fromEntries(row.values.map(({ dimension, name }) => [dimension, name]))),
      )
      const expected = tables.get(cut) ?? []
      // The report sets the month before beside this one.
      const [ofMonth] = expected
      expect(labelled).toEqual(cut === 'tenant' ? [{ ...ofMonth, month: undefined }] : expected)
      hidden += rows.filter(({ mark }) => mark === 'few').length
    }
    expect(hidden).toBeGreaterThan(0)
  })

  it('of days are those of the report', async () => {
    const tables = await tablesOfReport()
    const ofTenant = await allRows(`${OF_MONTH}/days`, days, 2)
    expect(ofTenant.map((row) => asInFile(row, { day: row.day }))).toEqual(tables.get('days'))
    const ofSites = await allRows(`${OF_MONTH}/days?of=sites`, days, 3)
    const labelled = ofSites.map((row) => asInFile(row, { day: row.day, site: row.site?.name }))
    expect(labelled).toEqual(tables.get('days_site') ?? [])
  })

  it('of a series are those of its months', async () => {
    const { rows } = await read(`${OF_MONTH}/cuts/site`, cells)
    const row = rows.find(({ mark }) => mark === 'shown')
    const [value] = row?.values ?? []
    const line = await read(`${API}/series?cut=site&measure=legs&value=${value?.id ?? ''}`, series)
    expect(line.points).toEqual([{ month: MONTH, revision: 1, figure: row?.measures.legs }])
    expect(line.values).toEqual([value])
    expect((await read(`${API}/series?cut=tenant&measure=legs&from=2026-11`, series)).points).toEqual([])
  })

  it('of what nobody is shown are a mark in a series as well', async () => {
    const found = await firstHidden()
    const [first, second] = found.values
    const query = `cut=${found.cut}&measure=measured_rate&value=${first?.id ?? ''}&value2=${second?.id ?? ''}`
    const { points } = await read(`${API}/series?${query}`, series)
    expect(points.map(({ figure }) => figure)).toEqual([
      { value: null, unit: 'percent', low: null, high: null, mark: 'few', kept: false },
    ])
  })

  it('stand in the order that is asked for, and hidden ones last, as they were', async () => {
    const { cut } = await firstHidden()
    const path = `${OF_MONTH}/cuts/${cut}?limit=500`
    const { rows } = await read(path, cells)
    for (const direction of ['ascending', 'descending']) {
      const ordered = (await read(`${path}&sort=size&direction=${direction}`, cells)).rows
      const values = ordered.flatMap(({ measures }) => (measures.size === undefined ? [] : [measures.size.value]))
      const sign = direction === 'ascending' ? 1 : -1
      expect(values).toEqual(values.toSorted((one, two) => sign * ((one ?? 0) - (two ?? 0))))
      const without = ordered.slice(values.length)
      expect(without).toEqual(rows.filter(({ measures }) => measures.size === undefined))
      for (const row of ordered.filter(({ mark }) => mark === 'few')) expect(row.measures).toEqual({})
    }
  })

  it('of a cut of which nothing is published are no rows', async () => {
    const { publication } = await read(OF_MONTH, period)
    const missing = CUT_NAMES.find((cut) => publication?.cuts.includes(cut) === false)
    expect((await read(`${OF_MONTH}/cuts/${missing ?? ''}`, cells)).rows).toEqual([])
  })
})

describe('months', () => {
  it('are of the account’s customers only', async () => {
    const { items, next } = await read('/api/v1/tenants', tenants)
    expect(items).toEqual([
      { id: OWN, name: `${HOSTILE} ${OWN}`, zone: 'Europe/Amsterdam', mode: 'full', latest: MONTH },
    ])
    expect(next).toBeNull()
  })

  it('are listed newest first, page by page', async () => {
    const { items } = await read(`${API}/periods`, periods)
    const seen: string[] = []
    for (let path: string | null = `${API}/periods?limit=1`; path !== null;) {
      const answered: Answered = await ask(path)
      seen.push(...periods.parse(JSON.parse(answered.text)).items.map(({ month }) => month))
      path = /<([^>]+)>; rel="next"/u.exec(answered.headers.get('link') ?? '')?.[1] ?? null
    }
    expect(seen).toEqual(items.map(({ month }) => month))
    expect(seen).toEqual(seen.toSorted().toReversed())
    expect(seen).toContain(MONTH)
    expect(seen.length).toBeGreaterThan(1)
  })

  it('say how they were made, and how complete they are', async () => {
    const { publication, ...rest } = await read(OF_MONTH, period)
    expect(rest).toMatchObject({ tenant: OWN, month: MONTH, state: 'sealed', revision: 1, safe: true })
    expect(publication).toMatchObject({ revision: 1, k: 10, safe: true, completeness: { days: 31 } })
    const { days: ofData, completeness } = await read(`${OF_MONTH}/health`, health)
    expect(completeness).toEqual(publication?.completeness)
    expect(ofData.filter(({ complete }) => complete !== null)).toHaveLength(completeness.days_with_data)
  })

  it('that are not published have no figures, and are no secret', async () => {
    const running = await read(`${API}/periods/2026-11`, period)
    expect(running).toMatchObject({ month: '2026-11', state: 'open', revision: null, publication: null })
    for (const path of ['cuts/site', 'days', 'health', 'files/report.json']) {
      expect(problemIn(await ask(`${API}/periods/2026-11/${path}`))).toBe('not_found')
    }
  })

  it('are files of the same bytes as on the pages', async () => {
    const { publication } = await read(OF_MONTH, period)
    expect(publication?.files).toContain('report.json')
    for (const file of publication?.files ?? []) {
      const [api, page] = [await ask(`${OF_MONTH}/files/${file}`), await ask(`/t/${OWN}/${MONTH}/files/${file}`)]
      expect([file, api.status, api.text === page.text]).toEqual([file, 200, true])
      const etag = api.headers.get('etag') ?? ''
      expect((await ask(`${OF_MONTH}/files/${file}`, 'customer_viewer', { 'if-none-match': etag })).status).toBe(304)
    }
  })
})
