import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createLogger, word } from '../../../services/shared/logger.ts'

function lines(): { readonly stream: Writable; read(): string } {
  let text = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString()
      done()
    },
  })
  return { stream, read: () => text }
}

describe('the logger', () => {
  it('writes an event with its level, numbers and words, and nothing about the machine', () => {
    const out = lines()
    createLogger('info', out.stream).event('delivery_rejected', { source: word('acme-pexip'), records: 3 })
    const { time, ...rest } = JSON.parse(out.read()) as Record<string, unknown>
    expect(typeof time).toBe('string')
    expect(rest).toEqual({ level: 40, event: 'delivery_rejected', source: 'acme-pexip', records: 3 })
  })

  it('writes nothing below its level', () => {
    const out = lines()
    createLogger('warn', out.stream).event('started')
    expect(out.read()).toBe('')
  })
})

describe('a word', () => {
  it.each(['acme', 'field_missing', 'services/store', 'control/0001_control.sql'])('may be %s', (text) => {
    expect(word(text)).toBe(text)
  })

  it.each(['anna@voorbeeld.example', 'Anna Jansen', 'a\nb', '', 'é', 'x'.repeat(81), '{"a":1}'])(
    'is not %j: it is shown as -',
    (text) => {
      expect(word(text)).toBe('-')
    },
  )
})
