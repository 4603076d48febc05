/**
 * Nothing tells a secret or a login to whom it is not for: whatever is done in whatever order, no answer but the one that
 * makes a secret, no line of the log and no row of the audit log holds one, and none is stored.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { ADDRESS, type House, newHouse } from './house.ts'

const LOGINS = ['canary-anna@acme.example', 'canary-bram', 'Canary-CHRIS@acme.example']
const PASSWORDS = ['canary heron one two', 'canary heron three four', 'short canary']
const steps = fc.array(
  fc.record({
    step: fc.constantFrom(
      'invite',
      'accept',
      'login',
      'change',
      'token',
      'bearer',
      'reset',
      'end',
      'session',
      'logout',
    ),
    who: fc.nat({ max: 2 }),
    password: fc.nat({ max: 2 }),
  }),
  { minLength: 8, maxLength: 30 },
)

/** Does the steps. @returns every secret that was made, and every answer without the one secret it is for */
async function run(house: House, script: readonly { step: string; who: number; password: number }[]) {
  const { accounts } = house
  const secrets: string[] = []
  const answers: unknown[] = []
  const links: string[] = []
  const sessions: string[] = []
  const tokens: string[] = []
  const keep = (list: string[], secret: string): void => {
    list.push(secret)
    secrets.push(secret)
  }
  for (const { step, who, password: which } of script) {
    const login = LOGINS[who] ?? ''
    const password = PASSWORDS[which] ?? ''
    const one = (await accounts.list()).find((shown) => shown.login === login.toLowerCase())
    if (step === 'invite') {
      const done = await accounts.invite({
        login,
        name: 'Somebody',
        role: 'consultant',
        tenants: [],
        language: 'nl',
        appointedBy: 'operator',
        expiresDay: null,
      })
      if (done.outcome === 'invited') keep(links, done.token)
      answers.push({ ...done, token: null })
    } else if (step === 'accept') answers.push(await accounts.accept(links.at(-1) ?? 'none', password))
    else if (step === 'login') {
      const done = await accounts.login({ login, password, address: ADDRESS })
      if (done.outcome === 'signed_in') keep(sessions, done.session)
      answers.push({ ...done, session: null })
    } else if (step === 'change') {
      const session = sessions.at(-1) ?? 'none'
      const done = await accounts.changePassword({ session, current: password, password, address: ADDRESS })
      if (done.outcome === 'changed') keep(sessions, done.session)
      answers.push({ ...done, session: null })
    } else if (step === 'token' && one !== undefined) {
      const done = await accounts.createToken(one.id, { label: 'program' })
      if (done.outcome === 'created') keep(tokens, done.secret)
      answers.push({ ...done, secret: null }, await accounts.tokens(one.id))
    } else if (step === 'bearer') answers.push(await accounts.bearer(tokens.at(-1) ?? 'none'))
    else if (step === 'reset' && one !== undefined) {
      const done = await accounts.reinvite(one.id, 'operator')
      if (done.outcome === 'invited') keep(links, done.token)
      answers.push({ ...done, token: null })
    } else if (step === 'end' && one !== undefined) answers.push(await accounts.end(one.id, 'operator'))
    else if (step === 'session') answers.push(await accounts.session(sessions.at(-1) ?? 'none'))
    else if (step === 'logout') answers.push(await accounts.logout(sessions.at(-1) ?? 'none'))
  }
  answers.push(await accounts.cleanUp())
  return { secrets, answers }
}

it('in any order of steps', async () => {
  let made = 0
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const house = await newHouse()
      try {
        const { secrets, answers } = await run(house, script)
        made += secrets.length
        const said = [JSON.stringify(answers), house.logged(), JSON.stringify(await house.audit())].join('\n')
        for (const secret of [...secrets, ...PASSWORDS, ...LOGINS]) {
          expect(said.toLowerCase()).not.toContain(secret.toLowerCase())
        }
        const { rows } = await sql<{ file: string }>`pragma database_list`.execute(house.control.db)
        const folder = dirname(rows[0]?.file ?? '')
        const stored = readdirSync(folder)
          .map((name) => readFileSync(`${folder}/${name}`, 'latin1'))
          .join('')
        for (const secret of [...secrets, ...PASSWORDS, ADDRESS]) expect(stored).not.toContain(secret)
      } finally {
        await house.close()
      }
    }),
    { seed: 20_261_120, numRuns: 15 },
  )
  expect(made).toBeGreaterThan(20)
}, 120_000)
