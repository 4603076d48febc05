import { describe, expect, it } from 'vitest'
import { parseXml, plain } from '../../../../services/ingest/decode/xml.ts'

const roots = (text: string) => {
  const outcome = parseXml(Buffer.from(text))
  return outcome.ok ? outcome.roots.map((root) => ({ [root.name]: { ...plain(root) } })) : outcome.refusal.code
}

const nested = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels)

describe('parseXml', () => {
  it('decodes entities once, in texts and attributes, and leaves CDATA as it is', () => {
    expect(roots('<a b="x&#64;y&lt;">&amp;lt; <![CDATA[&amp;<i>]]></a>')).toEqual([
      { a: { '@b': 'x@y<', '#text': '&lt;&amp;<i>' } },
    ])
  })

  it('gives children by name, several of one name as a list, and trims texts', () => {
    expect(roots('<a><b>\n 1 \n</b><c/><b x="y"/><d><e>2</e></d></a>')).toEqual([
      { a: { b: ['1', { '@x': 'y' }], c: '', d: { e: '2' } } },
    ])
  })

  it('keeps numbers as they are written', () => {
    expect(roots('<a b="007"><c>1e3</c><d>+31205550100</d></a>')).toEqual([
      { a: { '@b': '007', c: '1e3', d: '+31205550100' } },
    ])
  })

  it('reads several documents in order, past declarations and comments', () => {
    expect(roots('<?xml version="1.0"?><a/>\n<!-- b --><?xml version="1.0"?>\n<b/><a/>')).toEqual([
      { a: {} },
      { b: {} },
      { a: {} },
    ])
  })

  it('makes objects without a prototype', () => {
    const outcome = parseXml(Buffer.from('<a><b/></a>'))
    const prototypes = outcome.ok ? outcome.roots.map((root): unknown => Object.getPrototypeOf(plain(root))) : []
    expect(prototypes).toEqual([null])
  })

  it.each([
    ['<!DocType a><a/>', 'xml_doctype'],
    ['<a>', 'xml_invalid'],
    ['<a></b>', 'xml_invalid'],
    ['<a b=1/>', 'xml_invalid'],
    ['<a b="1" b="2"/>', 'xml_invalid'],
    ['text', 'xml_invalid'],
    ['<!-- only -->', 'xml_invalid'],
    ['<a>&#1;</a>', 'xml_invalid'],
    ['<a>\u0001</a>', 'xml_invalid'],
    ['<a><__proto__/></a>', 'xml_invalid'],
    ['<a><constructor/></a>', 'xml_invalid'],
    [`${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`, 'too_deep'],
  ])('refuses %.60s as %s', (text, expected) => {
    expect(roots(text)).toBe(expected)
  })

  it('takes 32 levels', () => {
    expect(parseXml(Buffer.from(nested(32))).ok).toBe(true)
    expect(roots(nested(33))).toBe('too_deep')
  })
})
