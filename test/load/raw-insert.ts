/**
 * A process that does the least that stores the same events: it inserts them, unparsed, one String a row, through the
 * same engine. It is told which deliveries (`from`, `to`), and says how many seconds their inserts took. The format is
 * the cheapest that chdb inserts: the events hold no tab and no backslash, so that their text stays what it is.
 */
import { Session } from 'chdb'
import { createDeliveries } from './deliveries.ts'
import { organisation } from './organisation.ts'

const [path = '', fsync = '1', records = '0'] = process.argv.slice(2)

const session = new Session(path)
session.query(
  `CREATE TABLE raw (line String) ENGINE = MergeTree ORDER BY tuple()
   SETTINGS fsync_after_insert = ${fsync}, fsync_part_directory = ${fsync}`,
)
const deliveries = createDeliveries(organisation(), Number(records))

process.on('message', ({ from, to }: { readonly from: number; readonly to: number }) => {
  void insert(from, to).then((seconds) => process.send?.({ seconds }))
})
process.on('disconnect', () => session.close())
process.send?.('ready')

async function insert(from: number, to: number): Promise<number> {
  let ms = 0
  for (let n = from; n < to; n += 1) {
    const values = deliveries.lines(n)
    const began = performance.now()
    await session.insert({ table: 'raw', values, format: 'TSV', settings: { async_insert: 0 } })
    ms += performance.now() - began
  }
  return ms / 1_000
}
