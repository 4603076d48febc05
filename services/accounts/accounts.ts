import { createPasswords } from './argon2.ts'
import { cleanUp } from './clean-up.ts'
import type { Context } from './context.ts'
import { createInvitations } from './invitations.ts'
import type { Accounts, AccountsParts } from './ports.ts'
import { createRefusals } from './refusals.ts'
import { createRoster } from './roster.ts'
import { createSessions } from './sessions.ts'
import { createSignIn } from './sign-in.ts'
import { createThrottle } from './throttle.ts'
import { createTokens } from './tokens.ts'

/** One for a process: what it knows of failed attempts is in its memory. */
export function createAccounts({ control, clock, audit, logger, cost }: AccountsParts): Accounts {
  const passwords = createPasswords(cost)
  const context: Context = { control, clock, audit, passwords, throttle: createThrottle(clock) }
  const refusals = createRefusals(audit, clock, logger)
  return {
    ...createInvitations(context),
    ...createSignIn(context, refusals),
    ...createSessions(context),
    ...createTokens(context),
    ...createRoster(context),
    async cleanUp() {
      await refusals.flush()
      return cleanUp(context, logger)
    },
    close: () => refusals.flush(),
  }
}
