/** One call of `avesqo`, from its arguments to its exit code. */
import { Command, CommanderError } from 'commander'
import { UserError } from '../shared/errors.ts'
import { COMMANDS } from './commands.ts'
import { type CliContext, createContext } from './context.ts'
import { languageOfArgs } from './language.ts'
import { type Streams, reportError } from './output.ts'
import type { CallWords } from './words/call.ts'
import { wordsOf } from './words/index.ts'

/**
 * @param args what stands behind the command's name
 * @returns the exit code: 0 done, 1 could not be carried out, 2 wrong call. Answers went to `out`, all else to `err`.
 */
export async function runAvesqo(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  streams: Streams,
): Promise<number> {
  const program = createProgram(streams)
  const context = createContext(program, env, streams)
  try {
    await register(program, context, args)
    await program.parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    const words = wordsOf(languageOfArgs(program, args)).call
    const failure = error instanceof CommanderError ? wrongCall(error, words) : error
    return failure === null ? 0 : reportError(failure, args.includes('--json'), streams.err, words)
  } finally {
    await context.close()
  }
}

function createProgram(streams: Streams): Command {
  return (
    new Command('avesqo')
      .description('Privacy-aware meeting analytics: what comes in, from whom, and what is kept of it.')
      .option('--data <dir>', 'data directory (or AVESQO_DATA; default ./data)')
      .option('--keys <dir>', 'directory of the key-encryption keys (or AVESQO_KEYS; default ./keys)')
      .option('--json', 'answer, and say errors, as JSON')
      .configureHelp({ showGlobalOptions: true })
      // Help asked for goes to stdout; what commander says about a wrong call is said by `reportError`.
      .configureOutput({ writeOut: streams.out, writeErr: () => undefined })
      .exitOverride()
      .addHelpText('after', '\nExample:\n  avesqo tenant add --help\n')
  )
}

/** Loads the command that is called; all of them where none is named, for help and for suggestions. */
async function register(program: Command, context: CliContext, args: readonly string[]): Promise<void> {
  const commands = Object.entries(COMMANDS)
  const called = commands.filter(([name]) => args.includes(name))
  for (const [, load] of called.length === 0 ? commands : called) (await load())(program, context)
}

/** @returns null where help or the version was asked for and has been printed */
function wrongCall({ code, exitCode, message }: CommanderError, words: CallWords): UserError | null {
  if (exitCode === 0) return null
  // Without a command, no language can be asked for.
  if (code === 'commander.help') return new UserError('Name a command; see avesqo --help, or avesqo tenant --help.')
  const said = message
    .replace(/^error: /u, '')
    .replace(/\n[^]*$/u, '')
    .replace(/\.$/u, '')
  const names = [...said.matchAll(/'([^']*)'/gu)].map(([, name = '']) => name)
  return new UserError(words.wrongCall({ code, said, names }))
}
