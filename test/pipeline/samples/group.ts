/** A group of payloads of one platform and day, with what a careful reader writes down of them. */
import type { Platform } from '../../../schemas/states.ts'

/** One observation as `explain` says it; keys are labels such as `leg:1`, numbered over the whole group. */
export type Expected = Readonly<Record<string, unknown>>

export interface Payload {
  readonly name: string
  readonly body: string
  /** By which the CLI knows the form: `.json`, `.xml`, `.ndjson`, `.csv`. */
  readonly extension: string
  readonly contentType: string
  readonly expected: readonly Expected[]
  readonly refused?: readonly { readonly index: number; readonly code: string; readonly path: string }[]
  /** How many values of it are not read. */
  readonly ignored: number
}

export interface Group {
  readonly platform: Platform
  /** A clock of its day. */
  readonly now: string
  readonly payloads: readonly Payload[]
  /** All payloads as one body, where the platform sends such bodies. */
  readonly together?: { readonly body: string; readonly ignored: number }
}

/** The tenant of every group, as the CLI is told. */
export const TENANT = { id: 'kade', zone: 'Europe/Amsterdam', from: '2026-01-01' } as const
export const SITE = { name: 'Rotterdam', range: '192.0.2.64/26', label: 'RTM-EDGE' } as const
export const ROOM = { name: 'Erasmus', alias: 'erasmus@voorbeeld.example' } as const
