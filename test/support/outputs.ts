/** Everything that a user of a tenant can be given of a month, by the ways that the product has. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CUT_NAMES } from '../../schemas/cube.ts'
import { LANGUAGES } from '../../services/web/index.ts'
import { pdfText } from './pdf.ts'
import { unzip } from './xlsx.ts'

type Run = (
  ...args: readonly string[]
) => Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>

/**
 * Report as text, JSON, CSV, spreadsheet and PDF in both languages, every cut, findings, the protocol.
 *
 * @param run a call of `avesqo` on the product's data directory
 * @returns the text of each output by its name; of a spreadsheet, of each of its parts. Throws where a call fails
 */
export async function allOutputs(run: Run, tenant: string, month: string): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'avesqo-outputs-'))
  const outputs = new Map<string, string>()
  const of = ['--tenant', tenant, '--month', month] as const
  const say = async (name: string, ...args: readonly string[]): Promise<void> => {
    const { code, stdout, stderr } = await run(...args)
    if (code !== 0) throw new Error(`${name}: ${stderr}`)
    outputs.set(name, stdout)
  }
  try {
    for (const lang of LANGUAGES) {
      await say(`report ${lang}`, 'report', ...of, '--lang', lang)
      await say(`report ${lang} json`, '--json', 'report', ...of, '--lang', lang)
      const [csv, xlsx] = [join(folder, lang), join(folder, `${lang}.xlsx`)]
      await say(`report ${lang} csv`, 'report', ...of, '--lang', lang, '--csv', csv)
      for (const name of readdirSync(csv)) outputs.set(`${lang}/${name}`, readFileSync(join(csv, name), 'utf8'))
      await say(`report ${lang} xlsx`, 'report', ...of, '--lang', lang, '--xlsx', xlsx)
      for (const [name, text] of unzip(readFileSync(xlsx))) outputs.set(`${lang}.xlsx/${name}`, text)
      const pdf = join(folder, `${lang}.pdf`)
      await say(`report ${lang} pdf`, 'report', ...of, '--lang', lang, '--pdf', pdf)
      outputs.set(`${lang}.pdf`, pdfText(readFileSync(pdf)))
      await say(`findings ${lang}`, 'findings', ...of, '--lang', lang)
    }
    for (const cut of CUT_NAMES) {
      await say(`cells ${cut}`, 'cells', ...of, '--cut', cut)
      await say(`cells ${cut} json`, '--json', 'cells', ...of, '--cut', cut)
    }
    await say('findings json', '--json', 'findings', ...of)
    await say('protocol', 'period', 'protocol', ...of)
    await say('protocol json', '--json', 'period', 'protocol', ...of)
    await say('status json', '--json', 'period', 'status', '--tenant', tenant)
    return outputs
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
