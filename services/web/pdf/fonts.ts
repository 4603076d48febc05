/** The one typeface of the PDF, from its npm package: nothing of the system's fonts is used. */
import { readFileSync } from 'node:fs'
import { coverageOf } from './coverage.ts'

const FACES = ['400Regular', '600SemiBold'] as const

function readFace(face: (typeof FACES)[number]): Buffer {
  return readFileSync(
    new URL(import.meta.resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`)),
  )
}

/** The files of the faces that the template asks for. */
export function readFonts(): Buffer[] {
  return FACES.map(readFace)
}

let known: readonly ((codePoint: number) => boolean)[] | null = null

/** Whether every face has a glyph for it: the document could not be set with one that has none (PDF/UA-1, 7.21.8). */
export function hasGlyph(character: string): boolean {
  known ??= readFonts().map(coverageOf)
  const codePoint = character.codePointAt(0) ?? 0
  return known.every((covers) => covers(codePoint))
}
