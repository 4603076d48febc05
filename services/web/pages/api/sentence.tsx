/** Sentences of the document in the reader's language, with what is written as it stands set apart. */
import type { JSX } from 'preact'
import { API_SENTENCES_NL } from '../../../../schemas/api/nl.ts'
import type { Says } from '../says.ts'

/** The document is written in English; a test asks that each sentence of it is there in Dutch. */
export function sentence(english: string, { language }: Says): string {
  return language === 'nl' ? (API_SENTENCES_NL[english] ?? english) : english
}

/** A text with `code` in it. */
export function Coded({ text }: { readonly text: string }): JSX.Element {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>
}
