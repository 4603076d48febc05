/** A process that needs a key for the first time: `node first-use-child.ts <data> <keys>` prints one person's key. */
import { openKeys } from '../../../../services/ingest/keys/file-provider.ts'
import { openKeyring } from '../../../../services/ingest/keys/keyring.ts'
import type { Epoch } from '../../../../services/ingest/pseudonymise/keymaker.ts'
import { openControl } from '../../../../services/shared/control/index.ts'
import { clock, logger } from './store.ts'

const [data = '', keys = ''] = process.argv.slice(2)
const november = '2026-11' as Epoch
const control = await openControl(data, clock, logger)
const keyring = await openKeyring({ control, provider: openKeys(keys, data), clock, logger })
await keyring.prepare('acme', new Set([november]))
process.stdout.write(`${keyring.maker('acme').key('person', november, 'address', 'jan@klant.example')}\n`)
await control.close()
