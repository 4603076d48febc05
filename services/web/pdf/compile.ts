/** Sets the content by the template. Runs in a thread of its own (`thread.ts`): it takes long. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readFonts } from './fonts.ts'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const TEMPLATE = readFileSync(new URL('report.typ', import.meta.url), 'utf8')

let compiler: NodeCompiler | null = null

/**
 * @param content `PdfContent` as JSON: texts pass as data, and are never read as markup
 * @throws Error where the template and the content do not fit; it quotes nothing of the content
 */
export function compilePdf(content: string): Uint8Array<ArrayBuffer> {
  compiler ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: readFonts() }] })
  const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs: { content } })
  // A warning is a defect too: an unknown font, a layout that does not settle.
  const diagnostics = compiled.takeDiagnostics()?.shortDiagnostics ?? []
  if (compiled.result === null || diagnostics.length > 0) throw new Error(`typst: ${withoutQuotes(diagnostics)}`)
  try {
    return Uint8Array.from(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }))
  } catch (error) {
    throw new Error(`typst: ${withoutQuotes(error instanceof Error ? error.message : '')}`)
  } finally {
    compiler.evictCache(0)
  }
}

function withoutQuotes(diagnostics: unknown): string {
  return JSON.stringify(diagnostics).replaceAll(/`[^`]*`/gu, '`…`')
}
