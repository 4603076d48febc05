/** Sets the content by the template. Runs in a thread of its own (`worker.ts`): it takes long. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readFonts } from './fonts.ts'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const TEMPLATE = readFileSync(new URL('report.typ', import.meta.url), 'utf8')

/**
 * @param content `PdfContent` as JSON: texts pass as data, and are never read as markup
 * @throws Error where the template and the content do not fit
 */
export function compilePdf(content: string): Uint8Array<ArrayBuffer> {
  const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: readFonts() }] })
  const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs: { content } })
  // A warning is a defect too: an unknown font, a layout that does not settle.
  const diagnostics = compiled.takeDiagnostics()?.shortDiagnostics ?? []
  if (compiled.result === null || diagnostics.length > 0) throw new Error(`typst: ${JSON.stringify(diagnostics)}`)
  try {
    return Uint8Array.from(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }))
  } finally {
    // Its memory is of the whole process, not of this thread.
    compiler.evictCache(0)
  }
}
