/**
 * What the operator's commands and the running product say to each other over the operator port, and the desk that both
 * ends are: the same questions, whether a server answers them or the command has opened the database itself.
 */
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { z } from 'zod'
import { slug } from '../../schemas/control/values.ts'
import { type Leg, leg } from '../../schemas/leg.ts'
import { ERRORS, type ErrorCode } from '../shared/errors.ts'
import type { PeriodDesk } from './operator-wire-periods.ts'

const run = z.strictObject({
  tenantId: slug,
  days: z.array(z.iso.date()).readonly(),
  rows: z.number().int(),
  ms: z.number(),
  untilMs: z.number(),
})
/** What a pass did: `TenantRun` of rollup. */
export type RunDone = z.output<typeof run>

export interface Desk extends PeriodDesk {
  /**
   * The legs of a tenant-local day, by start. Written to the audit log before they are given.
   *
   * @param day `YYYY-MM-DD`
   * @throws AppError `not_found` for an unknown tenant, `unavailable`; EngineError
   */
  legs(tenantId: string, day: string): Promise<readonly Leg[]>
  /**
   * One pass of rollup for a tenant. Written to the audit log before it begins.
   *
   * @param full every day that is not frozen and has facts, not only what changed
   * @param progress is told of each day that is done
   * @throws as `legs`
   */
  run(tenantId: string, full: boolean, progress?: (day: string) => void): Promise<RunDone>
}

/** `GET /legs` */
export const legsQuery = z.strictObject({ tenant: slug, day: z.iso.date() })
export const legsAnswer = z.strictObject({ legs: z.array(leg) })

/** `POST /rollup/run`: one line of JSON for each day that is done, then one with all of the run, or why it failed. */
export const runQuery = z.strictObject({ tenant: slug, full: z.enum(['0', '1']) })
export const problem = z.object({ code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]) })
export const runLine = z.union([z.strictObject({ day: z.iso.date() }), z.strictObject({ run }), problem])
export type RunLine = z.output<typeof runLine>

/** The socket's file in the data directory. */
export const SOCKET = 'operator.sock'

/** A way to a data directory's socket whose length does not depend on where the directory lies. */
export interface SocketWay {
  readonly path: string
  close(): Promise<void>
}

/**
 * The address of a unix socket is at most 107 bytes (unix(7), sun_path), and a longer one is cut off or refused. A
 * directory that is held open has the short name `/proc/self/fd/<number>`.
 *
 * @param data the data directory; it exists
 */
export async function waySocket(data: string): Promise<SocketWay> {
  const held = await open(data, constants.O_RDONLY | constants.O_DIRECTORY)
  return { path: `/proc/self/fd/${held.fd}/${SOCKET}`, close: () => held.close() }
}
