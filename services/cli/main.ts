/** One call of `avesqo`, from its arguments to its exit code. */
import { Command, CommanderError } from 'commander'
import { UserError } from '../shared/errors.ts'
import { COMMANDS } from './commands.ts'
import { type CliContext, createContext } from './context.ts'
import { type Streams, reportError } from './output.ts'

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
    const failure = error instanceof CommanderError ? wrongCall(error) : error
    return failure === null ? 0 : reportError(failure, args.includes('--json'), streams.err, context.words().call)
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
function wrongCall(error: CommanderError): UserError | null {
  if (error.exitCode === 0) return null
  if (error.code === 'commander.help') {
    return new UserError('Name a command; see avesqo --help, or avesqo tenant --help.')
  }
  const message = error.message.replace(/^error: /u, '').replace(/\n[^]*$/u, '')
  const sentence = message.charAt(0).toUpperCase() + message.slice(1)
  return new UserError(`${sentence.replace(/\.$/u, '')}. Add --help to see how the command is called.`)
}
