/** Reads the figures of a table out of its text for terminals again. */
import type { Report } from '../../../../services/web/reports/report.ts'
import type { Read } from './read-back.ts'

type Table = Report['sections'][number]['tables'][number]
type Row = Read[string][string]

/** A cell’s text: a rate with or without its range, a class of size with both its ends, a length, or a number. */
const RATE = /^([≤≥] )?([\d.,]+)%(?: \(([\d.,]+)–([\d.,]+)%\))?( o[rf] (?:less|minder|more|meer))?$/u
const CLASS = /^(?:≥ )?([\d.,]+)(?:–[\d.,]+)?$/u

/** @returns the rows that are listed, by their labels; a row of which everything is hidden as the one word */
export function readText(table: Table, text: string, language: 'nl' | 'en'): Readonly<Record<string, Row>> {
  const rows = new Map<string, Row[number][]>()
  const add = (label: string, said: string): void => {
    const cell = cellOf(said, language)
    if (cell !== null) rows.set(label, [...(rows.get(label) ?? []), cell])
  }
  const labels = table.columns.filter(({ group }) => group === 'label').length
  for (const { head, lines } of pieces(text)) {
    for (const line of lines) {
      if (table.layout === 'list') for (const said of line.slice(labels)) add(line.slice(0, labels).join(' | '), said)
      else {
        const [down = '', ...cells] = line
        for (const [index, said] of cells.entries()) {
          const across = head.at(index - cells.length) ?? ''
          add(table.layout === 'grid' ? `${across} | ${down}` : across, said)
        }
      }
    }
  }
  const isHidden = (row: Row): boolean => table.cut !== null && row.every((cell) => cell === 'few')
  return Object.fromEntries([...rows].map(([label, row]) => [label, isHidden(row) ? ['few'] : row]))
}

/** Blocks of lines under a rule, each line cut where two spaces stand, with the line above the rule. */
function pieces(
  text: string,
): readonly { readonly head: readonly string[]; readonly lines: readonly (readonly string[])[] }[] {
  return text.split('\n\n').flatMap((block) => {
    const lines = block.split('\n').filter((line) => line !== '')
    const rule = lines.findIndex((line) => /^-+$/u.test(line))
    return rule === -1 ? [] : [{ head: cut(lines[rule - 1]), lines: lines.slice(rule + 1).map(cut) }]
  })
}

function cellOf(said: string, language: 'nl' | 'en'): Row[number] | null {
  const number = (text: string): number =>
    Number(language === 'nl' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', ''))
  if (said === '–') return null
  if (/^< \d+ p\.$|^too few$|^te weinig$/u.test(said)) return 'few'
  const rate = RATE.exec(said)
  if (rate !== null) {
    const [, sign = '', value = '', low, high, words = ''] = rate
    const isMost = sign === '≤ ' || /less|minder/u.test(words)
    const isLeast = sign === '≥ ' || /more|meer/u.test(words)
    return {
      value: number(value),
      ...(low === undefined || high === undefined ? {} : { low: number(low), high: number(high) }),
      ...(isMost ? { mark: 'at_most' as const } : isLeast ? { mark: 'at_least' as const } : {}),
    }
  }
  const length = /^(\d+):(\d\d)$/u.exec(said)
  if (length !== null) return { value: 60 * Number(length[1]) + Number(length[2]) }
  const [, from] = CLASS.exec(said) ?? []
  if (from === undefined) throw new Error(`a cell that is no figure: ${said}`)
  return { value: number(from) }
}

function cut(line: string | undefined): readonly string[] {
  return (line ?? '').trim().split(/ {2,}/u)
}
