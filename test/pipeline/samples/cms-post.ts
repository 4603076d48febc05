/** How Cisco's posts and their expectations are written down here. */
import type { Expected, Payload } from './group.ts'

export const record = (type: string, time: string, index: number, inside: string): string =>
  `<record type="${type}" time="2026-03-09T${time}Z" recordIndex="${index}" correlatorIndex="${index - 1}">\n${inside}</record>\n`

/** @param ignored how many values of it are not read */
export const post = (name: string, body: string, expected: readonly Expected[], ignored: number): Payload => ({
  name,
  body,
  extension: '.xml',
  contentType: 'text/xml',
  expected,
  ignored,
})
