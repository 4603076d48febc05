/**
 * Draws every page with invented figures, to be looked at: `node --import tsx test/support/pages/preview.ts <folder>`
 * writes them there with what they load.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assets } from '../../../services/web/routes/assets.ts'
import { previewPages } from './pages.ts'

const [, , folder = '/tmp/pages'] = process.argv

mkdirSync(join(folder, 'assets'), { recursive: true })
for (const [name, { bytes }] of assets) writeFileSync(join(folder, 'assets', name), bytes)
for (const [name, html] of Object.entries(previewPages())) writeFileSync(join(folder, `${name}.html`), html)
