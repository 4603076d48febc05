/** `avesqo explain`: what would be kept of a payload, field by field, for everybody to see for themselves. */
import { readFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { PLATFORMS, type Platform } from '../../schemas/states.ts'
import { explain, type Explained, settingsOfExport, type TenantSettings } from '../ingest/index.ts'
import { UserError } from '../shared/errors.ts'
import { createInflate } from '../shared/http/inflate.ts'
import type { CliContext } from './context.ts'
import { reasonOf, treatmentOf } from './explain-text.ts'
import { type Language, languageOption } from './language.ts'
import { tenantExport } from '../../schemas/control/export.ts'
import type { ExplainWords } from './words/explain.ts'

interface ExplainOptions {
  readonly platform: Platform
  readonly config?: string
  readonly source?: string
}

/** No payload of one request is larger; `receive` has the same limit. */
const MAX_BYTES = 32 * 1024 * 1024

export function registerExplain(program: Command, context: CliContext): void {
  program
    .command('explain')
    .summary('show what would be kept of a payload, and what would be dropped or refused')
    .description(
      'Reads a payload as a platform sends it and shows, field by field, what would be stored and how it was treated. ' +
        'It uses no key, stores nothing and contacts nothing: people, rooms and meetings are numbered instead.',
    )
    .argument('<file>', 'the payload (JSON, NDJSON, XML or CSV; may be gzip or zstd); - reads standard input')
    .addOption(new Option('--platform <platform>', 'who wrote it').choices(PLATFORMS).makeOptionMandatory())
    .option('--config <file>', 'the tenant’s zone, domains, sites and rooms, as `avesqo tenant export` prints them')
    .option('--source <id>', 'as a record of this source: site labels that are limited to it then hold')
    .addOption(languageOption())
    .addHelpText('after', '\nExample:\n  avesqo explain --platform pexip --config tenant.json event.json\n')
    .action(async (file: string, options: ExplainOptions) => {
      const words = context.words().explain
      const settings = readSettings(options.config, words)
      if (options.config === undefined) context.output.note(words.noConfiguration)
      const payload = await readPayload(file, words)
      const explained = explain(options.platform, payload, contentTypeOf(file), settings, options.source)
      const { observations, refused, ignored } = explained
      context.output.print({ observations, refused, ignored }, () => forPeople(explained, context.language(), words))
    })
}

function readSettings(file: string | undefined, words: ExplainWords): TenantSettings {
  if (file === undefined) return settingsOfExport(null)
  let json: unknown
  try {
    json = JSON.parse(readInput(file, words).toString('utf8'))
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(words.notJson(file))
  }
  const parsed = tenantExport.safeParse(json)
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.') || words.wholeFile).join(', ')
    throw new UserError(words.notConfiguration(file, where))
  }
  return settingsOfExport(parsed.data)
}

async function readPayload(file: string, words: ExplainWords): Promise<Buffer> {
  const stored = readInput(file, words)
  const encoding = encodingOf(stored)
  const bytes = encoding === null ? stored : await createInflate(MAX_BYTES)(stored, encoding).catch(() => null)
  if (bytes === null || bytes.length > MAX_BYTES) {
    throw new UserError(words.tooLarge(file, MAX_BYTES / 1024 / 1024), 1)
  }
  return bytes
}

function encodingOf(bytes: Buffer): 'gzip' | 'zstd' | null {
  if (bytes.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))) return 'gzip'
  return bytes.subarray(0, 4).equals(Buffer.from([0x28, 0xb5, 0x2f, 0xfd])) ? 'zstd' : null
}

function readInput(file: string, words: ExplainWords): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch {
    throw new UserError(words.cannotRead(file), 1)
  }
}

function contentTypeOf(file: string): string | undefined {
  const name = file.replace(/\.(gz|zst)$/u, '')
  if (name.endsWith('.csv')) return 'text/csv'
  if (name.endsWith('.ndjson') || name.endsWith('.jsonl')) return 'application/x-ndjson'
  return undefined
}

function forPeople(explained: Explained, language: Language, say: ExplainWords): string {
  const parts: string[] = []
  explained.observations.forEach((observation, index) => {
    const rows = Object.entries(observation).filter(([name]) => name !== 'withheld')
    const width = Math.max(...rows.map(([name]) => name.length))
    parts.push(say.observation(index + 1))
    for (const [name, value] of rows) {
      const [first = '', ...more] = printable(name, value)
      parts.push(`  ${name.padEnd(width)}  ${first}`, ...more.map((line) => `  ${''.padEnd(width)}  ${line}`))
      parts.push(`  ${''.padEnd(width)}    ${treatmentOf(name, language)}`)
    }
    const withheld = observation['withheld'] as readonly string[] | undefined
    if (withheld !== undefined) parts.push(`  ${say.withheld(withheld)}`)
    parts.push('')
  })
  for (const { index, code, path } of explained.refused) {
    parts.push(say.refused(index, code, path, reasonOf(code, language)))
  }
  const { dropped, ignored } = explained
  parts.push(say.sums({ kept: explained.observations.length, refused: explained.refused.length, dropped, ignored }))
  return parts.join('\n')
}

/** A value in words, a medium a line. */
function printable(name: string, value: unknown): readonly string[] {
  if (name === 'media') return (value as Readonly<Record<string, unknown>>[]).map(mediumLine)
  if (Array.isArray(value)) return [value.join(', ')]
  return [typeof value === 'string' ? value : JSON.stringify(value)]
}

function mediumLine({ kind, dir, ...figures }: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(figures).map(([part, figure]) => `${part} ${String(figure)}`)
  return `${String(kind)} ${String(dir)}: ${said.join(', ')}`
}
