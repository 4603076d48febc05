/** In which language a command speaks. */
import { type Command, Option } from 'commander'
import type { Language } from '../web/index.ts'

export type { Language }
/** Not those of `web` itself, which is not loaded for a command that needs no pages. */
export const LANGUAGES = ['nl', 'en'] as const satisfies readonly Language[]

/** Sets it apart from a `--lang` that is of something else, such as of an account’s pages. */
class SpokenLanguage extends Option {}

/** Of the text for people and of files; names in JSON and in files’ columns are the same in every language. */
export function languageOption(): Option {
  return new SpokenLanguage('--lang <language>', 'of the text for people').choices(LANGUAGES).default('en')
}

/** English for a command that has no such option. */
export function languageOf(command: Command): Language {
  if (!command.options.some((option) => option instanceof SpokenLanguage)) return 'en'
  const given: unknown = command.opts()['lang']
  return LANGUAGES.find((one) => one === given) ?? 'en'
}
