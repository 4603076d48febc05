/** A report for machines: the figures with their units, and what was advised of them. */
import type { Advice, Cell, Column, LookedAt, Report, Row, Table } from './report.ts'

export function reportJson({ title, tenantId, month, revision, k, language, sections }: Report) {
  const about = sections.find(({ id }) => id === 'about')
  const reading = sections.find(({ id }) => id === 'reading')
  const rest = sections.filter(({ id }) => id !== 'summary')
  return {
    title,
    tenant: tenantId,
    month,
    revision,
    k,
    language,
    summary: sections.find(({ id }) => id === 'summary')?.sentences ?? [],
    about: Object.fromEntries((about?.facts ?? []).map(({ id, text }) => [id, text])),
    reading: (reading?.facts ?? []).map(({ id, label, text }) => ({ id, label, text })),
    sentences: rest.flatMap(({ id, sentences }) => sentences.map((text) => ({ section: id, text }))),
    advice: sections.flatMap(({ advice }) => advice.map((one) => ({ number: one.number, ...adviceJson(one) }))),
    looked_at: sections.flatMap(({ looked }) => looked.map(lookedJson)),
    tables: sections.flatMap(({ tables }) => tables.map(tableJson)),
  }
}

export function adviceJson({ finding, state, title, texts }: Advice) {
  return { ...finding, state, title, texts: Object.fromEntries(texts.map(({ part, text }) => [part, text])) }
}

function lookedJson({ result, text }: LookedAt) {
  return { ...result, text }
}

export function tableJson({ id, title, says, columns, rows }: Table) {
  return { id, title, says, rows: rows.map((row) => rowJson(row, columns)) }
}

/** `{"site": "Utrecht", "legs": {"unit": "count", "value": 120}, …}`; what is not known is not there. */
function rowJson({ cells }: Row, columns: readonly Column[]): Readonly<Record<string, unknown>> {
  const measures = cells.filter((_, index) => columns[index]?.group !== 'label')
  const hidden = measures.every(({ type }) => type === 'few')
  const entries = cells.flatMap((cell, index) => {
    const column = columns[index]
    if (column === undefined || cell.type === 'none' || (hidden && column.group !== 'label')) return []
    return [[column.id, cellJson(cell)] as const]
  })
  return { ...Object.fromEntries(entries), ...(hidden ? { mark: 'few' } : {}) }
}

function cellJson(cell: Cell): unknown {
  if (cell.type === 'text') return cell.text
  if (cell.type !== 'number') return { mark: cell.type }
  const { unit, value, low, high, mark, kept } = cell
  const interval = low === null || high === null ? {} : { low, high }
  return { unit, value, ...interval, ...(mark === 'shown' ? {} : { mark }), ...(kept ? { kept } : {}) }
}
