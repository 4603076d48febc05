/**
 * Forms that come back because something in them is wrong. A browser gets such a page by a request of its own, not as the
 * answer to what it sent: else its Back button, later, would ask to send the form again (it may keep no answer of ours).
 *
 * In memory, for the session that sent it, the newest few, for a while: what was typed is stored nowhere. No session takes
 * the place of another's: where there is no room, the page is the answer to what was sent, and Back asks.
 */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../shared/clock.ts'
import type { Answer } from '../routes/answer.ts'
import type { Who } from '../routes/route.ts'

type Page = Extract<Answer, { readonly type: 'page' }>
type Session = Pick<NonNullable<Who['session']>, 'csrfSecret'>

interface Returned {
  /** Secret of the session that sent it. */
  readonly owner: string
  readonly path: string
  readonly page: Omit<Page, 'html'>
  readonly html: Buffer
  readonly untilMs: number
}

/** The form that is being mended, and one in another tab. */
const MOST_OF_SESSION = 2
const KEPT_MS = 10 * 60_000
const MIB = 1_048_576
const MOST_BYTES = 32 * MIB
/** Most pages have some 100 kB; the one about accounts grows with accounts times customers. */
const MOST_BYTES_OF_PAGE = 2 * MIB

export interface ReturnedForms {
  /**
   * @param path of the page that has the form
   * @returns where the page is asked for; null where it is too large to be kept, or others' leave no room
   */
  keep(session: Session, path: string, page: Page): string | null
  /** @returns null where there is none (any more), or it is another session's */
  find(session: Session, path: string, id: string): Page | null
}

export function createReturnedForms(clock: Clock): ReturnedForms {
  /** Oldest first. */
  const kept = new Map<string, Returned>()
  const forgetOld = (): void => {
    for (const [id, { untilMs }] of kept) if (untilMs <= clock.now()) kept.delete(id)
  }
  return {
    keep({ csrfSecret: owner }, path, { html: text, ...page }) {
      forgetOld()
      const html = Buffer.from(text)
      if (html.length > MOST_BYTES_OF_PAGE) return null
      const own = [...kept].filter(([, one]) => one.owner === owner)
      let room = MOST_BYTES - [...kept.values()].reduce((sum, one) => sum + one.html.length, 0)
      for (const [place, [id, one]] of own.entries()) {
        if (own.length - place < MOST_OF_SESSION && html.length <= room) break
        kept.delete(id)
        room += one.html.length
      }
      if (html.length > room) return null
      const id = randomUUID()
      kept.set(id, { owner, path, page, html, untilMs: clock.now() + KEPT_MS })
      return `${path}?form=${id}`
    },
    find({ csrfSecret }, path, id) {
      forgetOld()
      const found = kept.get(id)
      if (found === undefined || found.owner !== csrfSecret || found.path !== path) return null
      return { ...found.page, html: found.html.toString() }
    },
  }
}
