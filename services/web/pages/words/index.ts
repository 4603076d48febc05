import type { Language } from '../../../advise/index.ts'
import { EN } from './en.ts'
import { NL } from './nl.ts'
import type { PageWords } from './words.ts'

const WORDS: Readonly<Record<Language, PageWords>> = { nl: NL, en: EN }

export function pageWordsOf(language: Language): PageWords {
  return WORDS[language]
}
