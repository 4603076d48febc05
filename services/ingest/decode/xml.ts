/**
 * XML at the entry: bytes to elements, or a refusal (attacks A39 and A40). A body may hold several documents one after
 * another, each with its own XML declaration.
 *
 * fast-xml-parser reads, its validator judges (the parser alone forgives unclosed and crossed tags). Entities are
 * decoded, else `alice&#64;example.org` would be a second person; therefore a body with a DOCTYPE, whose own entities
 * would expand too, is not read at all. Messages of the library quote the body and are not kept.
 */
import { isUtf8 } from 'node:buffer'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Refusal, RefusalCode } from '../../../schemas/refusals.ts'

/** An element, its texts joined and trimmed. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
  /** Length of the whole element as it stood in the body. */
  readonly bytes: number
}

export type XmlOutcome =
  { readonly ok: true; readonly roots: readonly XmlElement[] } | { readonly ok: false; readonly refusal: Refusal }

const DEPTH = 32
/** Longest body, in characters: a post holds the records of a second, and the parser takes forty times its text. */
const LONGEST = 8 * 1_048_576
/** Tags and attributes of a body: those of some 8,000 records. Each takes up to 700 bytes when parsed. */
const MOST_MARKUP = 500_000
const META = XMLParser.getMetaDataSymbol() as unknown as symbol
const LESS_THAN = 0x3c
const EQUALS = 0x3d
const TEXT = '#text'
const ATTRIBUTES = ':@'

/** Control characters that XML 1.0 does not allow. */
const CONTROL = /[\p{Cc}--[\t\n\r\u007F-\u009F]]/v

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  captureMetaData: true,
  maxNestedTags: DEPTH - 1, // the library begins to count at the second
})

/**
 * Parses a body of one or more XML documents.
 *
 * Refusals, path `''`: `text_invalid` (not UTF-8), `xml_doctype`, `too_long` (over 8 Mi characters, or more than 500,000
 * tags and attributes), `too_deep` (over 32 elements), `xml_invalid` (also a body without any element, and one with an
 * element `__proto__`, `constructor` or `prototype`).
 */
export function parseXml(bytes: Buffer): XmlOutcome {
  if (!isUtf8(bytes)) return refused('text_invalid')
  const text = bytes.toString('utf8').replace(/^\uFEFF/u, '')
  if (/<!DOCTYPE/iu.test(text)) return refused('xml_doctype')
  if (text.length > LONGEST || markupIn(bytes) > MOST_MARKUP) return refused('too_long')
  // the validator knows one root: it is given one around all documents
  if (CONTROL.test(text) || refersToNoCharacter(text) || !wellFormed(`<r>${text}</r>`)) return refused('xml_invalid')
  let nodes: unknown
  try {
    nodes = parser.parse(text)
  } catch (error) {
    return refused(error instanceof Error && /nested tags/iu.test(error.message) ? 'too_deep' : 'xml_invalid')
  }
  const roots = Array.isArray(nodes) ? elementsOf(nodes, text) : []
  return roots.length === 0 ? refused('xml_invalid') : { ok: true, roots }
}

/**
 * An element as a plain object for zod: attributes under `@name`, children under their names, a child that stands
 * several times as a list, own text beside them under `#text`; a child of nothing but text is that text. The objects
 * have no prototype.
 */
export function plain(element: XmlElement): Readonly<Record<string, unknown>> {
  const object = Object.create(null) as Record<string, unknown>
  for (const [name, value] of element.attributes) object[`@${name}`] = value
  if (element.text !== '') object[TEXT] = element.text
  for (const child of element.children) {
    const before = object[child.name]
    const value = child.attributes.size === 0 && child.children.length === 0 ? child.text : plain(child)
    if (before === undefined) object[child.name] = value
    else if (Array.isArray(before)) before.push(value)
    else object[child.name] = [before, value]
  }
  return object
}

/** How many `<` and `=` there are: not less than there are tags and attributes. */
function markupIn(bytes: Buffer): number {
  let count = 0
  for (const byte of bytes) if (byte === LESS_THAN || byte === EQUALS) count += 1
  return count
}

function refused(code: RefusalCode): XmlOutcome {
  return { ok: false, refusal: { code, path: '' } }
}

function wellFormed(text: string): boolean {
  try {
    return XMLValidator.validate(text) === true
  } catch {
    return false
  }
}

/** Does a numeric reference name what is no character of XML? The parser drops it, and `a&#0;` would become `a`. */
function refersToNoCharacter(text: string): boolean {
  for (const [, hex, decimal] of text.matchAll(/&#(?:[xX]([0-9A-Fa-f]+)|(\d+));/gu)) {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    if (code > 0x10_ff_ff || !String.fromCodePoint(code).isWellFormed() || CONTROL.test(String.fromCodePoint(code)))
      return true
  }
  return false
}

/** The library's ordered form, `[{ name: [children], ':@': { attribute: value } } | { '#text': text }]`, to elements. */
function elementsOf(nodes: readonly unknown[], source: string): XmlElement[] {
  const elements: XmlElement[] = []
  for (const node of nodes) {
    if (typeof node !== 'object' || node === null) continue
    for (const [name, inside] of Object.entries(node)) {
      if (name === TEXT || name === ATTRIBUTES || !Array.isArray(inside)) continue
      const attributes = (node as { [ATTRIBUTES]?: Readonly<Record<string, string>> })[ATTRIBUTES] ?? {}
      elements.push({
        name,
        attributes: new Map(Object.entries(attributes).map(([key, value]) => [key, value.trim()])),
        children: elementsOf(inside, source),
        text: textIn(inside),
        bytes: bytesOf((node as Readonly<Record<symbol, unknown>>)[META], source),
      })
    }
  }
  return elements
}

function textIn(nodes: readonly unknown[]): string {
  let text = ''
  for (const node of nodes) {
    const part: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, TEXT) : undefined
    if (typeof part === 'string') text += part
  }
  return text.trim()
}

function bytesOf(meta: unknown, source: string): number {
  if (typeof meta !== 'object' || meta === null) return 0
  const { startIndex, endIndex } = meta as { startIndex?: number; endIndex?: number }
  return Buffer.byteLength(source.slice(startIndex ?? 0, endIndex ?? source.length))
}
