/** What the terminal says, as tests of its languages read it. */
import { COMMANDS } from '../../../services/cli/commands.ts'

/** Words that are English and nothing in Dutch. */
export const ENGLISH =
  /\b(?:the|and|with|which|that|from|there|they|not|nothing|cannot|must|already|given?|legs|conferences?|records?|deliver(?:y|ies)|seal(?:ed|ing)?|revisions?|rooms?|sites?|people|months?|days?|files?|shown|truth|invented|differences|counting|cells?|cuts?|received|refused|user|guest|stated)\b/iu

/**
 * `avesqo period seal`, `--lang`, a word between backticks, names with underscores, and the name of a command that is
 * given to what writes the call: they are typed, not said.
 */
const TYPED = new RegExp(
  `\\bavesqo (?:-- )?(?:${Object.keys(COMMANDS).join('|')})(?: [a-z]+)?|--?[a-z][\\w-]*|\`[^\`]*\`|\\b[a-z]+_[a-z_]+\\b|(?<=…)(?:seal|reopen)$`,
  'gmu',
)

export function withoutTyped(text: string): string {
  return text.replaceAll(TYPED, ' ')
}

const QUOTES = new Set(['"', "'", '`'])

/** A text as it is; of a function the texts in its source, each on a line of its own, with … for what is put into them. */
export function textOf(said: unknown): string {
  return typeof said === 'function' ? textsIn(Function.prototype.toString.call(said)) : String(said)
}

function textsIn(source: string): string {
  /** What we are in, the innermost last: a text by its quote, or code by its brace. */
  const within: string[] = []
  let text = ''
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at)
    const inner = within.at(-1) ?? '{'
    if (!QUOTES.has(inner)) {
      if (QUOTES.has(sign) || sign === '{') within.push(sign)
      if (sign === '}') within.pop()
    } else if (sign === inner) {
      within.pop()
      text += '\n'
    } else if (inner === '`' && source.startsWith('${', at)) {
      within.push('{')
      text += '…'
      at += 1
    } else if (sign === '\\') {
      at += 1
      text += source.charAt(at)
    } else {
      text += sign
    }
  }
  return text
}
