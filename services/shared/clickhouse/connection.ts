/**
 * The embedded engine as a connection of `@clickhouse/client`, so that what is written against the client runs
 * against the engine in this process and against a server alike.
 */
import type { createClient } from '@clickhouse/client'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { parseInsert } from './insert.ts'
import type { Link } from './link.ts'
import { type QueryParameters, substitute } from './parameters.ts'

type Config = NonNullable<Parameters_<typeof createClient>[0]>
type Parameters_<F> = F extends (...args: infer A) => unknown ? A : never
type Connection = NonNullable<Config['connection']>
type Statement = Parameters_<Connection['query']>[0]

/** Named by a statement that must not hold up the writer: a server gives it a session of its own as well. */
export const WORK_SESSION = 'avesqo-work'

/** Set by the client for HTTP; they say nothing to an engine in the same process. */
const HTTP_ONLY = new Set(['wait_end_of_query', 'enable_http_compression', 'default_format'])

export function createConnection(link: Link): Connection {
  return {
    async query(params) {
      const bytes = await link.run('read', textOf(params))
      return { ...answer(params), stream: Readable.from([Buffer.from(bytes.buffer)]) }
    },
    async command(params) {
      await link.run(params.session_id === WORK_SESSION ? 'work' : 'write', textOf(params))
      return answer(params)
    },
    async insert(params) {
      await link.insert(parseInsert(textOf(params)), await bytesOf(params.values))
      return answer(params)
    },
    async exec(params) {
      if (params.values === undefined) throw new TypeError('exec is for inserts; a SELECT goes through query.')
      await link.insert(parseInsert(textOf(params)), await bytesOf(params.values))
      return { ...answer(params), stream: Readable.from([]) }
    },
    async ping() {
      try {
        await link.run('read', 'SELECT 1')
        return { success: true }
      } catch (thrown) {
        return { success: false, error: thrown instanceof Error ? thrown : new TypeError('ping') }
      }
    },
    close: () => link.close(),
  }
}

/** No summary is among it: the engine's counts of an insert are not to be believed (reference stack, A6). */
function answer(params: Statement) {
  return { query_id: params.query_id ?? randomUUID(), response_headers: {}, http_status_code: 200 }
}

function textOf(params: Statement): string {
  for (const [name, value] of Object.entries(params.clickhouse_settings ?? {})) {
    if (value !== undefined && !HTTP_ONLY.has(name)) {
      throw new TypeError(`Setting ${name} belongs into the statement: on the connection it would outlive it.`)
    }
  }
  return substitute(params.query, (params.query_params ?? {}) as QueryParameters)
}

/** The bytes in a buffer of their own, so that handing it to the engine's thread takes nothing else along. */
async function bytesOf(values: string | Readable): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof values === 'string') return new TextEncoder().encode(values)
  const chunks: Buffer[] = []
  for await (const chunk of values) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)))
  const [only] = chunks
  if (chunks.length === 1 && only !== undefined && whole(only)) return only
  return Uint8Array.from(Buffer.concat(chunks))
}

function whole(buffer: Buffer): buffer is Buffer<ArrayBuffer> {
  return buffer.buffer instanceof ArrayBuffer && buffer.byteLength === buffer.buffer.byteLength
}
