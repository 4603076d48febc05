/** Where things lie in a data directory. */
import { join } from 'node:path'

/** The database of a data directory. */
export function clickhouseDirectory(data: string): string {
  return join(data, 'clickhouse')
}
