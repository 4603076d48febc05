#!/usr/bin/env node
/** The `avesqo` command as a process. */
import { runAvesqo } from './main.ts'

// What we make is for its owner alone, whatever the shell's mask says.
process.umask(0o077)
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', () => process.exit(0))

const code = await runAvesqo(process.argv.slice(2), process.env, {
  out: (text) => {
    process.stdout.write(text)
  },
  err: (text) => {
    process.stderr.write(text)
  },
})
// A command that ends well may have said otherwise while it ran.
if (code !== 0) process.exitCode = code
