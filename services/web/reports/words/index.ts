import type { Language } from '../../../advise/index.ts'
import { EN } from './en.ts'
import { NL } from './nl.ts'
import type { Words } from './words.ts'

const WORDS: Readonly<Record<Language, Words>> = { nl: NL, en: EN }

export function wordsOf(language: Language): Words {
  return WORDS[language]
}
