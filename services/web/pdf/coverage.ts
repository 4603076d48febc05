/** Which characters a TrueType font has a glyph for: its table `cmap`, formats 4 and 12 (OpenType 1.9, cmap). */

type Ranges = readonly (readonly [from: number, to: number])[]

/** @param font bytes of a TTF. @returns code points. @throws Error where it has no Unicode table: the package is not what it was */
export function coverageOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  const count = view.getUint16(cmap + 2)
  const subtables = Array.from({ length: count }, (_, index) => cmap + view.getUint32(cmap + 8 + 8 * index))
  const ranges = subtables.flatMap((at): Ranges => {
    const form = view.getUint16(at)
    if (form === 4) return format4(view, at)
    return form === 12 ? format12(view, at) : []
  })
  if (ranges.length === 0) throw new Error('The font has no Unicode character map.')
  return new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)))
}

function tableAt(view: DataView, tag: string): number {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index += 1) {
    const at = 12 + 16 * index
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))
    if (name === tag) return view.getUint32(at + 8)
  }
  throw new Error(`The font has no table ${tag}.`)
}

/** The last segment, 0xFFFF, stands for no character. A glyph 0 within a segment would be none either; ours have none. */
function format4(view: DataView, at: number): Ranges {
  const segments = view.getUint16(at + 6) / 2
  const ends = at + 14
  const starts = ends + 2 * segments + 2
  return Array.from(
    { length: segments },
    (_, index) => [view.getUint16(starts + 2 * index), view.getUint16(ends + 2 * index)] as const,
  ).filter(([from]) => from !== 0xff_ff)
}

function format12(view: DataView, at: number): Ranges {
  const groups = view.getUint32(at + 12)
  return Array.from({ length: groups }, (_, index) => {
    const group = at + 16 + 12 * index
    return [view.getUint32(group), view.getUint32(group + 4)] as const
  })
}
