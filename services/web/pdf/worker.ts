/** The thread of the typesetter: one report in, one document out, and it ends. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Report } from '../reports/report.ts'
import { compilePdf } from './compile.ts'
import { contentOf } from './document.ts'

/** What the thread is given. */
export interface Order {
  readonly report: Report
  /** When the month was sealed; null: the document has no date. */
  readonly sealedMs: number | null
}

const { report, sealedMs } = workerData as Order
const pdf = compilePdf(JSON.stringify(contentOf(report, sealedMs)))
parentPort?.postMessage(pdf, [pdf.buffer])
