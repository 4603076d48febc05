/** A store under load that says which deliveries it has acknowledged, until it is killed; see durability.test.ts. */
import { migrate, openEngine } from '../../../services/shared/clickhouse/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { createStore } from '../../../services/store/index.ts'
import { deliveryOf, legsOf } from './fixtures.ts'

const [path = '', round = '', option = ''] = process.argv.slice(2)
const logger = createLogger('silent')
const engine = await openEngine({ path, logger })
await migrate({ engine, logger })
const store = await createStore({ engine, logger, deduplicate: option === 'deduplicate' })

let sequence = 0
async function sender(): Promise<void> {
  for (;;) {
    sequence += 1
    const name = `${round}-${sequence}`
    await store.store(deliveryOf(name, legsOf(name, 1 + (sequence % 7))))
    process.stdout.write(`${name}\n`)
  }
}
await Promise.all(Array.from({ length: 8 }, () => sender()))
