/** What a handler answers with; the registrar alone sends. */
export type Answer =
  | {
      readonly type: 'page'
      readonly html: string
      readonly status?: number
      readonly retryAfterS?: number
    }
  /** Always with 303: the next request is a GET. */
  | { readonly type: 'redirect'; readonly to: string; readonly session?: SessionCookie | 'end' }
  | {
      readonly type: 'file'
      readonly name: string
      readonly mime: string
      readonly bytes: Uint8Array | string
      /** As of `json`. */
      readonly etag?: string
    }
  /** Holds nothing of anybody: a browser may keep it. */
  | { readonly type: 'asset'; readonly mime: string; readonly bytes: Uint8Array; readonly maxAgeS: number }
  | {
      readonly type: 'json'
      /** Bytes are sent as they are; `headers` then have their type. */
      readonly body: unknown
      readonly status?: number
      /** Strong validator, without quotes; the same request with it is answered 304. Programs may keep what has one. */
      readonly etag?: string
      readonly headers?: Readonly<Record<string, string>>
    }

/** What the cookie holds after signing in. */
export interface SessionCookie {
  readonly value: string
  readonly endsMs: number
}

export function page(html: string, status = 200): Answer {
  return { type: 'page', html, status }
}

export function redirect(to: string, session?: SessionCookie | 'end'): Answer {
  return { type: 'redirect', to, ...(session !== undefined && { session }) }
}
