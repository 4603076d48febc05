/** Stands in for the engine's thread at the moment it fails: says it is ready, and dies at the first statement. */
import { parentPort } from 'node:worker_threads'

parentPort?.on('message', () => {
  throw new Error('died over canary@leak.example')
})
parentPort?.postMessage({ kind: 'ready' }, [])
