/**
 * Documents for whoever asks. Setting one takes a core for seconds, so each is set once: the same report is the same bytes,
 * which are kept while there is room, and who asks for one that is being set waits for that one. What comes on top of a
 * short queue is asked to come back.
 */
import { createHash } from 'node:crypto'
import { Later } from '../../shared/errors.ts'
import type { ReportInput } from '../reports/input.ts'
import type { Report } from '../reports/report.ts'

/** Each bound with its reason. */
const BOUNDS = {
  /** Documents that are being set or wait for it: half a minute of work. */
  atOnce: 8,
  /** Of them, of one account: nobody reads two at a time, and nobody shall keep the others waiting. */
  ofAccount: 1,
  /** Kept documents, bytes: some hundred. */
  keptBytes: 32 * 1_048_576,
} as const
/** A document takes some seconds. */
const RETRY_S = 5

type Sealed = Pick<ReportInput, 'publication'>

export interface PdfDesk {
  /**
   * @param reader the account that asks
   * @throws Later `busy` where it, or everybody, asks for too much at this moment
   */
  of(report: Report, input: Sealed, reader: string): Promise<Uint8Array>
}

/** @param set sets a document; equal reports that were sealed at the same time are equal bytes */
export function createPdfDesk(
  set: (report: Report, input: Sealed) => Promise<Uint8Array>,
  bounds: { readonly [Name in keyof typeof BOUNDS]: number } = BOUNDS,
): PdfDesk {
  const running = new Map<string, { readonly reader: string; readonly pdf: Promise<Uint8Array> }>()
  const kept = new Map<string, Uint8Array>() // the longest unused one first
  let keptBytes = 0

  const keep = (name: string, pdf: Uint8Array): void => {
    if (pdf.byteLength > bounds.keptBytes) return
    kept.set(name, pdf)
    keptBytes += pdf.byteLength
    for (const [oldest, { byteLength }] of kept) {
      if (keptBytes <= bounds.keptBytes) return
      kept.delete(oldest)
      keptBytes -= byteLength
    }
  }
  const begin = async (name: string, report: Report, input: Sealed): Promise<Uint8Array> => {
    try {
      const pdf = await set(report, input)
      keep(name, pdf)
      return pdf
    } finally {
      running.delete(name)
    }
  }

  return {
    async of(report, input, reader) {
      const name = nameOf(report, input)
      const known = kept.get(name)
      if (known !== undefined) {
        kept.delete(name)
        kept.set(name, known)
        return known
      }
      const same = running.get(name)
      if (same !== undefined) return same.pdf
      const own = [...running.values()].filter((one) => one.reader === reader).length
      if (running.size >= bounds.atOnce || own >= bounds.ofAccount) throw new Later('busy', RETRY_S)
      const pdf = begin(name, report, input)
      running.set(name, { reader, pdf })
      return pdf
    },
  }
}

/** Of all that a document is made of: figures, states of findings, names, language, versions. */
function nameOf(report: Report, { publication }: Sealed): string {
  return createHash('sha256')
    .update(JSON.stringify([report, publication.sealed_ms]))
    .digest('base64')
}
