/** The one typeface of the PDF, from its npm package: nothing of the system's fonts is used. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { coverageOf } from './coverage.ts'

const require = createRequire(import.meta.url)
const REGULAR = require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')
const SEMI_BOLD = require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf')

/** The files of the faces that the template asks for. */
export function readFonts(): Buffer[] {
  return [readFileSync(REGULAR), readFileSync(SEMI_BOLD)]
}

let known: readonly ReadonlySet<number>[] | null = null

/** Whether every face has a glyph for it: the document could not be set with one that has none (PDF/UA-1, 7.21.8). */
export function hasGlyph(character: string): boolean {
  known ??= readFonts().map(coverageOf)
  const codePoint = character.codePointAt(0) ?? 0
  return known.every((face) => face.has(codePoint))
}
