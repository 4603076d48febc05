/** The monthly report as a PDF: tagged (PDF/UA-1), in the typeface of the pages, the same bytes of the same report. */
import { Worker } from 'node:worker_threads'
import type { ReportInput } from '../reports/input.ts'
import type { Report } from '../reports/report.ts'
import type { Order } from './worker.ts'

const PROGRAM = new URL('worker.ts', import.meta.url)

/** Documents are set one after another: each takes a core, and its memory, for as long as it takes. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Sets a report in a thread of its own; the calling thread goes on.
 *
 * @param input what the report was made of: the document is dated when the month was sealed; without it, not dated
 * @returns the bytes of the file; equal for equal reports, whenever and wherever they are made
 * @throws Error on a defect of the template only
 */
export async function reportPdf(report: Report, input?: Pick<ReportInput, 'publication'>): Promise<Uint8Array> {
  const set = last.then(() => inThread({ report, sealedMs: input?.publication.sealed_ms ?? null }))
  last = set.catch(() => undefined)
  return set
}

function inThread(order: Order): Promise<Uint8Array> {
  const worker = new Worker(PROGRAM, { workerData: order, name: 'pdf', execArgv: [] })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    // After a message this says nothing any more.
    worker.once('exit', () => {
      reject(new Error('The thread of the PDF ended without a document.'))
    })
  })
}
