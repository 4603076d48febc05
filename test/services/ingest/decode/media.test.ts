import { describe, expect, it } from 'vitest'
import type { MediaEntry } from '../../../../schemas/observation.ts'
import { codecOf } from '../../../../services/ingest/decode/codec.ts'
import { bareMedia, foldMedia, lossOf, resolutionOf } from '../../../../services/ingest/decode/media.ts'

const entry = (values: Partial<MediaEntry>): MediaEntry => ({ ...bareMedia('video', 'up'), ...values })

describe('loss from counts', () => {
  it('divides by what was sent: up received + lost, down sent', () => {
    expect(lossOf('up', 900, 100)).toBe(10_000)
    expect(lossOf('down', 1_000, 100)).toBe(10_000)
    expect(lossOf('up', 0, 100)).toBe(100_000)
  })

  it('is not known where nothing flowed or a count is missing, and never above 100 %', () => {
    expect(lossOf('up', 0, 0)).toBeNull()
    expect(lossOf('down', 0, 5)).toBeNull()
    expect(lossOf('down', null, 5)).toBeNull()
    expect(lossOf('down', 10, 20)).toBe(100_000)
  })

  it('rounds half up', () => {
    expect(lossOf('down', 16_000, 1)).toBe(6) // 6.25
    expect(lossOf('down', 200_000, 1)).toBe(1) // 0.5
  })
})

describe('folding of streams', () => {
  it('keeps one stream as it is, as one sample', () => {
    const only = entry({ codec: 'vp8', packets: 5, lost: 1, kbps: 100 })
    expect(foldMedia([only])).toEqual([{ ...only, samples: 1 }])
  })

  it('weights means by length, and not at all where a length is missing', () => {
    const a = entry({ kbps: 100, jitter_us: 1_000, active_ms: 1_000 })
    const b = entry({ kbps: 400, jitter_us: 4_000, active_ms: 3_000 })
    expect(foldMedia([a, b])[0]).toMatchObject({ kbps: 325, jitter_us: 3_250, active_ms: 4_000, samples: 2 })
    expect(foldMedia([a, { ...b, active_ms: null }])[0]).toMatchObject({
      kbps: 250,
      jitter_us: 2_500,
      active_ms: 1_000,
    })
  })

  it('takes loss from the counts of streams that state both, else the mean of what is stated', () => {
    const counted = entry({ packets: 900, lost: 100, loss_mp: 10_000 })
    expect(foldMedia([counted, entry({ packets: 1_000 })])[0]).toMatchObject({
      packets: 1_900,
      lost: 100,
      loss_mp: 10_000,
    })
    expect(foldMedia([entry({ loss_mp: 100 }), entry({ loss_mp: 201 })])[0]).toMatchObject({
      loss_mp: 151,
      packets: null,
    })
  })

  it('never gives more than one entry for a medium and direction, in one order', () => {
    const all = (['content', 'video', 'audio'] as const).flatMap((kind) =>
      (['down', 'up', 'down'] as const).map((dir) => bareMedia(kind, dir)),
    )
    expect(foldMedia(all).map(({ kind, dir }) => `${kind} ${dir}`)).toEqual([
      'audio up',
      'audio down',
      'video up',
      'video down',
      'content up',
      'content down',
    ])
  })

  it('sums stay within what a count can hold', () => {
    const many = entry({ packets: 4_294_967_295 })
    expect(foldMedia([many, many])[0]?.packets).toBe(4_294_967_295)
  })
})

describe('words of media', () => {
  it.each<[text: string | null | undefined, size: [number, number] | null]>([
    ['1280x720', [1280, 720]],
    ['1920X1080', [1920, 1080]],
    ['640*360', [640, 360]],
    ['', null],
    ['None', null],
    ['0x0', null],
    ['1280x', null],
    ['1280x720p', null],
    [null, null],
    [undefined, null],
  ])('resolution %j', (text, size) => {
    expect(resolutionOf(text)).toEqual(size === null ? null : { width: size[0], height: size[1] })
  })

  it.each<[name: string | null | undefined, codec: string | null]>([
    ['VP8', 'vp8'],
    ['opus', 'opus'],
    ['H.264', 'h264'],
    ['PCMA', 'g711a'],
    ['G.711 u-law', 'g711u'],
    ['G.722.1', 'g7221'],
    ['X-H264UC', 'h264'],
    ['MP4A-LATM', 'aac'],
    ['x-rtvc1', 'rtvideo'],
    ['quite-new', 'other'],
    ['constructor', 'other'],
    ['None', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('codec %j', (name, codec) => {
    expect(codecOf(name)).toBe(codec)
  })
})
