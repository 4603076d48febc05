/** What the main thread and the engine's thread say to each other. No text of the engine is among it. */

/**
 * Reads share a few connections. What takes in rows goes one after another over one; long statements that make rows of
 * rows go over another one, so that nobody's acknowledgement waits for them.
 */
export type Lane = 'read' | 'write' | 'work'

export type Request =
  | { readonly kind: 'run'; readonly id: number; readonly lane: Lane; readonly sql: string }
  | {
      readonly kind: 'insert'
      readonly id: number
      readonly table: string
      readonly columns: readonly string[]
      readonly settings: Readonly<Record<string, string | number>>
      /** Lines of `JSONCompactEachRow`; handed over, not copied. */
      readonly lines: Uint8Array<ArrayBuffer>
    }
  | { readonly kind: 'close' }

export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'result'; readonly id: number; readonly bytes: Uint8Array }
  /** `number` is the engine's own, 0 where it gave none. */
  | { readonly kind: 'failed'; readonly id: number; readonly number: number }

export interface WorkerData {
  readonly path: string
  readonly readers: number
}
