/**
 * Draws every page with invented figures, to be looked at: `node --import tsx test/support/pages/preview.ts <folder>`
 * writes HTML, style sheet and fonts there.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { previewPages } from './pages.ts'

const [, , folder = '/tmp/pages'] = process.argv
const FONTS = join('node_modules', '@fontsource-variable', 'source-sans-3', 'files')

mkdirSync(folder, { recursive: true })
cpSync('services/web/pages/assets', join(folder, 'assets'), { recursive: true })
cpSync(FONTS, join(folder, 'assets', 'fonts'), { recursive: true })
for (const [name, html] of Object.entries(previewPages())) {
  const file = join(folder, `${name}.html`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, html)
}
