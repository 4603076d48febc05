/** A page as the text that is sent. */
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'

export function htmlOf(page: VNode): string {
  return `<!doctype html>${render(page)}`
}
