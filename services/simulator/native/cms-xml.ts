/** XML as a call bridge writes it. */

/** Texts of an element's children; `undefined` leaves the child out. */
export type Children = Readonly<Record<string, string | number | boolean | undefined>>

/** @param more what stands behind the children, already XML */
export function element(name: string, id: string, children: Children, more = ''): string {
  let inner = ''
  for (const [key, value] of Object.entries(children)) {
    if (value !== undefined) inner += `<${key}>${escaped(String(value))}</${key}>`
  }
  return `<${name} id="${id}">${inner}${more}</${name}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** RFC 3339 in UTC, whole seconds. */
export function stamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}
