import { Option } from 'commander'
import { LANGUAGES } from '../web/index.ts'

/** Of the text for people and of files; names in JSON and in files’ columns are the same in every language. */
export function languageOption(): Option {
  return new Option('--lang <language>', 'of the text for people').choices(LANGUAGES).default('en')
}
