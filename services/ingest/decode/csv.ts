/**
 * CSV (RFC 4180) to rows. Written here and not taken from a library because a row must know its length, and a row with
 * a broken quote must cost that line alone: reading goes on with the next line, where csv-parse takes everything up to
 * the next quote for its cell.
 */

export type CsvRow =
  | { readonly ok: true; readonly cells: readonly string[]; readonly bytes: number }
  | { readonly ok: false; readonly bytes: number }

/** How much of the first line is looked at to tell the delimiter. */
const HEAD = 65_536

/** Comma or semicolon, whichever stands more often in the first line. */
export function delimiterOf(text: string): ',' | ';' {
  const head = text.slice(0, HEAD)
  const end = head.search(/[\r\n]/u)
  const first = end === -1 ? head : head.slice(0, end)
  return first.split(';').length > first.split(',').length ? ';' : ','
}

/**
 * Rows of a text, in order; blank lines are left out. Cells are as they stand, quotes taken off. `ok: false`: a quote
 * is not closed, or text stands beside a quoted cell.
 *
 * @param mostCells how many cells of a row are wanted; what follows them is left out
 */
export function* rowsOf(text: string, delimiter: string, mostCells = Infinity): Generator<CsvRow> {
  let from = 0
  while (from < text.length) {
    const feed = text.indexOf('\n', from)
    const lineEnd = feed === -1 ? text.length : feed
    const line = withoutReturn(text.slice(from, lineEnd))
    let next = lineEnd + 1
    if (line.includes('"')) {
      const quoted = quotedRow(text, from, delimiter, mostCells)
      if (quoted !== null) next = quoted.next
      const bytes = Buffer.byteLength(quoted === null ? line : withoutReturn(text.slice(from, next).trimEnd()))
      yield quoted === null ? { ok: false, bytes } : { ok: true, cells: quoted.cells, bytes }
    } else if (line.trim() !== '') {
      yield { ok: true, cells: cellsOf(line, delimiter, mostCells), bytes: Buffer.byteLength(line) }
    }
    from = next
  }
}

function cellsOf(line: string, delimiter: string, most: number): string[] {
  return Number.isFinite(most) ? line.split(delimiter, most) : line.split(delimiter)
}

/** A row that has quotes and may go over several lines; null where the quotes do not fit. */
function quotedRow(
  text: string,
  start: number,
  delimiter: string,
  mostCells: number,
): { cells: string[]; next: number } | null {
  const cells: string[] = []
  let i = start
  for (;;) {
    let cell: string
    if (text[i] === '"') {
      const close = closingQuote(text, i)
      if (close === -1) return null
      cell = text.slice(i + 1, close).replaceAll('""', '"')
      i = close + 1
    } else {
      const end = endOfCell(text, i, delimiter)
      cell = text.slice(i, end)
      if (cell.includes('"')) return null
      i = end
    }
    if (cells.length < mostCells) cells.push(cell)
    if (text[i] === delimiter) i += 1
    else if (i >= text.length || text[i] === '\n') return { cells, next: i + 1 }
    else if (text[i] === '\r' && (i + 1 >= text.length || text[i + 1] === '\n')) return { cells, next: i + 2 }
    else return null
  }
}

/** Position of the quote that ends the cell that begins at `open`; doubled quotes inside belong to the cell. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let i = from
  while (i < text.length && text[i] !== delimiter && text[i] !== '\n' && text[i] !== '\r') i += 1
  return i
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
