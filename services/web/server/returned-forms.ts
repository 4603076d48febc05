/**
 * Forms that come back because something in them is wrong. A browser gets such a page by a request of its own, not as the
 * answer to what it sent: else its Back button, later, would ask to send the form again (it may keep no answer of ours).
 *
 * In memory, for who sent it, in bounded number and time: what was typed is stored nowhere. Where it is gone
 * the page is shown as it is without.
 */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../shared/clock.ts'
import type { Answer } from '../routes/answer.ts'
import type { Who } from '../routes/route.ts'

type Page = Extract<Answer, { readonly type: 'page' }>

interface Returned {
  /** Secret of the session that sent it; '' where nobody was signed in: then its id alone, which is random, leads to it. */
  readonly owner: string
  readonly path: string
  readonly page: Page
  readonly untilMs: number
}

/** A page is some 100 kB at most. */
const MOST = 64
const KEPT_MS = 10 * 60_000

export interface ReturnedForms {
  /**
   * @param path of the page that has the form
   * @returns where the page is asked for
   */
  keep(who: Who | null, path: string, page: Page): string
  /** @returns null where there is none, or it is another session's */
  find(who: Who | null, path: string, id: string | undefined): Page | null
}

export function createReturnedForms(clock: Clock): ReturnedForms {
  const kept = new Map<string, Returned>()
  return {
    keep(who, path, page) {
      const owner = ownerOf(who)
      for (const [id, { untilMs }] of kept) if (untilMs <= clock.now() || kept.size >= MOST) kept.delete(id)
      const id = randomUUID()
      kept.set(id, { owner, path, page, untilMs: clock.now() + KEPT_MS })
      return `${path}?form=${id}`
    },
    find(who, path, id) {
      const found = id === undefined ? undefined : kept.get(id)
      if (found === undefined || found.untilMs <= clock.now()) return null
      return found.owner === ownerOf(who) && found.path === path ? found.page : null
    },
  }
}

function ownerOf(who: Who | null): string {
  return who?.session?.csrfSecret ?? ''
}
