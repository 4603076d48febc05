/**
 * `npm run bench`: ratios of two things measured in one run; medians of five. It never fails on time: a missed aim is
 * printed as missed.
 */
import { parseArgs } from 'node:util'
import { createDisconnects, type Version } from './disconnects.ts'
import { IN_FLIGHT, type ImportResult, measureImport } from './import.ts'
import { organisation, SEED, TENANT } from './organisation.ts'
import { measurePages, reportPages } from './pages.ts'
import { contextOf, productKeys, rowsOf } from './path.ts'
import { measureDayAndMonth, measureMonth } from './publish.ts'
import { reportDayAndMonth, reportMonth } from './publish-report.ts'
import { LEGS, measureDay, measureSizes } from './rollup.ts'
import { reportDay, reportLate, reportSizes } from './rollup-report.ts'
import { stepsOf } from './steps.ts'
import { inTurn, median, perItem, ratios } from './timing.ts'

const EVENTS = 4_000
const AIM = 0.3
const HWM_AIM_MB = 700
const HELP = `npm run bench [-- --only a|b|c|d|e|f|g|h] [-- --records N] [-- --history DAYS] [-- --legs N]

(a) decode and pseudonymise Pexip disconnect events, against a bare JSON.parse of the same bytes
(b) import of N records (default 1,000,000) through the product, against inserting the unparsed lines, fsync on and off
(c) rebuild of one day of 60,000 legs with a history of DAYS days (default 90) around it, against the same day alone
(d) a run after one late record of that day, against its rebuild
(e) rebuild over day sizes from 1,000 to 100,000 legs
(f) the report of a published month of N legs (default 5,000,000), against its figures made anew from the legs
(g) cells of a day of 10,000 legs, and sealing its month, against building the day's legs
(h) requests a second of the report page and the API under load, against an empty route of as many bytes
`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    records: { type: 'string', default: '1000000' },
    history: { type: 'string', default: '90' },
    legs: { type: 'string', default: '5000000' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) say(HELP)
else {
  say(`Seed ${SEED}. Medians of five runs; each ratio is of two things measured in the same run.`)
  if (asked('a')) await benchPath()
  if (asked('b')) await benchImport(Number(values.records))
  if (asked('c') || asked('d')) await benchDay(Number(values.history))
  if (asked('e')) await benchSizes()
  if (asked('f')) await benchMonth(Number(values.legs))
  if (asked('g')) await benchDayAndMonth()
  if (asked('h')) await benchPages()
}

function asked(one: string): boolean {
  return values.only === undefined || values.only === one
}

async function benchPath(): Promise<void> {
  const house = organisation()
  const bench = await productKeys(TENANT)
  try {
    const context = contextOf(house, bench.keys)
    for (const version of [1, 2] as const) {
      const bodies = eventsOf(version)
      const bytes = Math.round(bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length)
      const parse = perItem(bodies, (body) => JSON.parse(body.toString('utf8')))
      const path = perItem(bodies, (body) => rowsOf(body, context))
      const [parsed = [], walked = []] = inTurn([parse, path])
      const ratio = median(ratios(parsed, walked))
      say(
        `\n(a) Pexip disconnect v${version}${version === 1 ? ', with media' : ''}, ${bytes} bytes on average, ${EVENTS} events`,
      )
      say(`  JSON.parse ${micro(median(parsed))}, decode + pseudonymise to the row ${micro(median(walked))}`)
      say(
        `  ratio ${ratio.toFixed(2)} (aim ${AIM}, ${ratio >= AIM ? 'met' : 'missed'}; 0.22 is the straightforward way)`,
      )
      const steps = stepsOf(bodies, context)
      const costs = inTurn(steps.map((step) => step.run))
      for (const [n, step] of steps.entries()) {
        say(`    ${micro(median(costs[n] ?? [])).padStart(9)}  ${step.part ? '' : '(for comparison) '}${step.name}`)
      }
    }
  } finally {
    await bench.close()
  }
}

/** Events as single deliveries; people, rooms and meetings come back as in an organisation, ids do not. */
function eventsOf(version: Version): readonly Buffer[] {
  const next = createDisconnects(organisation(), version, SEED)
  return Array.from({ length: EVENTS }, () => Buffer.from(JSON.stringify(next())))
}

async function benchImport(records: number): Promise<void> {
  for (const fsync of [true, false]) {
    say(
      `\n(b) ${records} records through the product, ${IN_FLIGHT} deliveries in flight, fsync ${fsync ? 'on' : 'off'}`,
    )
    report(await measureImport(records, fsync, (text) => say(`  ${text}`)))
  }
}

/** (c) and (d) share the store with the history, which takes longer to fill than anything that is measured. */
async function benchDay(historyDays: number): Promise<void> {
  say(`\n(c) rebuild of a day of ${whole(LEGS)} legs with ${historyDays} days of the same size around it`)
  const costs = await measureDay(historyDays, asked('d'), (text) => say(`    ${text}`))
  reportDay(costs, historyDays, say)
  if (!asked('d')) return
  say(`\n(d) one late record, of yesterday`)
  reportLate(costs, say)
}

async function benchSizes(): Promise<void> {
  say('\n(e) rebuild over sizes of the day')
  reportSizes(await measureSizes((text) => say(`    ${text}`)), say)
}

async function benchMonth(legs: number): Promise<void> {
  say(`\n(f) report of a month of about ${whole(legs)} legs, against its figures made anew from the legs`)
  reportMonth(await measureMonth(legs, (text) => say(`    ${text}`)), say)
}

async function benchDayAndMonth(): Promise<void> {
  say('\n(g) cells of a day, and sealing its month, against building the legs of that day')
  reportDayAndMonth(await measureDayAndMonth((text) => say(`    ${text}`)), say)
}

async function benchPages(): Promise<void> {
  say('\n(h) pages and API under load, against an empty route that answers as many bytes')
  reportPages(await measurePages((text) => say(`    ${text}`)), say)
}

function report({ runs, memory }: ImportResult): void {
  const product = runs.map((run) => run.product)
  const raw = runs.map((run) => run.raw)
  say(`  product ${whole(median(product))} records/s, unparsed lines ${whole(median(raw))} records/s`)
  say(`  ratio ${median(ratios(product, raw)).toFixed(2)}; CPU ${micro(median(runs.map((run) => run.cpuUs)))} a record`)
  for (const [quarter, { vmHwm, rssAnon }] of memory.entries()) {
    say(`    ${String(quarter * 25).padStart(3)} %  VmHWM ${whole(vmHwm)} MB, RssAnon at most ${whole(rssAnon)} MB`)
  }
  const most = memory.at(-1)?.vmHwm ?? Number.NaN
  say(`  VmHWM ${whole(most)} MB (aim below ${HWM_AIM_MB} MB: ${most < HWM_AIM_MB ? 'met' : 'missed'})`)
}

function micro(value: number): string {
  return `${value.toFixed(2)} µs`
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
