/** The thread of the typesetter: one content in, one document out, and it ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { compilePdf } from './compile.ts'

const pdf = compilePdf(String(workerData))
parentPort?.postMessage(pdf, [pdf.buffer])
