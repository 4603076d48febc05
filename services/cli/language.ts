/** In which language a command speaks. */
import { type Command, Option } from 'commander'
import { type Language, LANGUAGES } from '../../schemas/words/languages.ts'

export { type Language, LANGUAGES }

/** Sets it apart from a `--lang` that is of something else, such as of an account’s pages. */
class SpokenLanguage extends Option {}

/** Of the text for people and of files; names in JSON and in files’ columns are the same in every language. */
export function languageOption(): Option {
  return new SpokenLanguage('--lang <language>', 'of the text for people').choices(LANGUAGES).default('en')
}

/** English for a command that has no such option, and in JSON. */
export function languageOf(command: Command): Language {
  if (!speaks(command) || command.optsWithGlobals()['json'] === true) return 'en'
  return named(command.opts()['lang'])
}

/**
 * The same for a call that may have failed before its options were read.
 *
 * @param args what stands behind the program's name
 */
export function languageOfArgs(program: Command, args: readonly string[]): Language {
  let called = program
  for (const arg of args) called = called.commands.find((one) => one.name() === arg) ?? called
  if (args.includes('--json') || !speaksSomewhere(called)) return 'en'
  const at = args.findLastIndex((arg) => /^--lang(?:=|$)/u.test(arg))
  return named(args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length))
}

function speaks(command: Command): boolean {
  return command.options.some((option) => option instanceof SpokenLanguage)
}

/** Also a command of which the call does not name the right subcommand. */
function speaksSomewhere(command: Command): boolean {
  return speaks(command) || command.commands.some(speaksSomewhere)
}

function named(given: unknown): Language {
  return LANGUAGES.find((one) => one === given) ?? 'en'
}
