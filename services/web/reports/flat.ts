/** A report as flat tables for files: what CSV and spreadsheets have in common, so that they say the same. */
import type { Finding } from '../../../schemas/finding.ts'
import { isOther } from './legend.ts'
import type { Cell, Column, NumberCell, Report, Section, ShownUnit, Table } from './report.ts'
import type { Words } from './words/words.ts'

export interface FlatColumn {
  /** The same in every language, with the unit. */
  readonly id: string
  readonly title: string
  /** `mark`: codes that say how to read the number before; spreadsheets say it by the number's format instead. */
  readonly role: 'text' | 'number' | 'mark'
}

/** null: empty. */
export type FlatCell =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly unit: ShownUnit; readonly value: number; readonly mark: NumberCell['mark'] }
  | { readonly type: 'few'; readonly of: 'cell' | 'day' }
  | { readonly type: 'code'; readonly code: string }
  | null

export interface Sheet {
  readonly id: string
  readonly title: string
  readonly says: string
  readonly columns: readonly FlatColumn[]
  readonly rows: readonly (readonly FlatCell[])[]
}

const SUFFIX: Readonly<Record<ShownUnit, string>> = {
  count: '',
  minutes: '',
  percent: '_pct',
  from: '_from',
  seconds: '_s',
  milliseconds: '_ms',
  points: '',
  frames_per_second: '',
}

/** @returns `summary`, `about`, `advice` and `looked_at` first, then one sheet a table */
export function flatSheets(report: Report, words: Words): readonly Sheet[] {
  const { sections } = report
  return [
    summarySheet(report, words),
    aboutSheet(report, words),
    adviceSheet(sections, words),
    lookedSheet(sections, words),
    ...sections.flatMap(({ tables }) => tables.map((table) => tableSheet(table, words))),
  ]
}

const textCell = (text: string): FlatCell => ({ type: 'text', text })
const code = (word: string): FlatCell => (word === '' ? null : { type: 'code', code: word })

function tableSheet(table: Table, words: Words): Sheet {
  const { id, title, says, columns, rows, cut } = table
  const ends: readonly FlatColumn[] =
    cut === null
      ? []
      : [
          { id: 'row_mark', title: words.files.mark, role: 'mark' },
          { id: 'kept', title: words.files.kept, role: 'text' },
        ]
  return {
    id,
    title,
    says: rows.some(({ cells }) => cells.some(isOther)) ? `${says} ${words.legend.other}` : says,
    columns: [...columns.flatMap((column) => flatColumns(column, words)), ...ends],
    rows: rows.map(({ cells }) => {
      const measures = cells.filter((_, index) => columns[index]?.group !== 'label')
      const hidden = measures.every(({ type }) => type === 'few')
      const kept = measures.some((cell) => cell.type === 'number' && cell.kept)
      const flat = cells.flatMap((cell, index) => flatCells(cell, columns[index]))
      return cut === null ? flat : [...flat, code(hidden ? 'few' : ''), code(kept ? 'yes' : '')]
    }),
  }
}

/** Heads of files are in the words of their readers, whom the product tells of no legs. */
const HEADS: Readonly<Partial<Record<Column['id'], string>>> = {
  legs: 'connections',
  size: 'connections',
  conferences: 'meetings',
}

function flatColumns({ id: name, title, unit, rate }: Column, { files }: Words): readonly FlatColumn[] {
  const id = unit === null ? name : (HEADS[name] ?? name)
  if (unit === null) return [{ id, title, role: 'text' }]
  const value: FlatColumn = { id: `${id}${id.endsWith(SUFFIX[unit]) ? '' : SUFFIX[unit]}`, title, role: 'number' }
  const ends: readonly FlatColumn[] = [
    { id: `${id}_low`, title: `${title}: ${files.low}`, role: 'number' },
    { id: `${id}_high`, title: `${title}: ${files.high}`, role: 'number' },
  ]
  const mark: FlatColumn = { id: `${id}_mark`, title: `${title}: ${files.mark}`, role: 'mark' }
  if (rate === 'no') return [value]
  return rate === 'plain' ? [value, mark] : [value, ...ends, mark]
}

function flatCells(cell: Cell, column: Column | undefined): readonly FlatCell[] {
  if (column === undefined || column.unit === null) return [cell.type === 'text' ? cell : null]
  const value: FlatCell = cell.type === 'number' || cell.type === 'few' ? cell : null
  if (column.rate === 'no') return [value]
  const mark = code(cell.type === 'few' ? 'few' : cell.type === 'number' && cell.mark !== 'shown' ? cell.mark : '')
  const end = (of: 'low' | 'high'): FlatCell =>
    cell.type === 'number' && cell[of] !== null
      ? { type: 'number', unit: cell.unit, value: cell[of], mark: 'shown' }
      : null
  return column.rate === 'plain' ? [value, mark] : [value, end('low'), end('high'), mark]
}

function summarySheet({ sections, title }: Report, { headings, files }: Words): Sheet {
  const sentences = sections.flatMap(({ id, sentences }) => (id === 'summary' ? sentences : []))
  return {
    id: 'summary',
    title: headings.summary,
    says: title,
    columns: [{ id: 'text', title: files.text, role: 'text' }],
    rows: sentences.map((sentence) => [textCell(sentence)]),
  }
}

function aboutSheet({ sections: all, title }: Report, { headings, files }: Words): Sheet {
  const sections = all.filter(({ id }) => id !== 'summary')
  const rows = sections.flatMap(({ id, heading, facts, sentences }) => [
    ...facts.map((fact) => [textCell(fact.id), textCell(fact.label), textCell(fact.text)]),
    ...sentences.map((sentence) => [textCell(id), textCell(heading), textCell(sentence)]),
  ])
  return {
    id: 'about',
    title: headings.about,
    says: title,
    columns: [
      { id: 'id', title: 'id', role: 'mark' },
      { id: 'part', title: files.part, role: 'text' },
      { id: 'text', title: files.text, role: 'text' },
    ],
    rows,
  }
}

const rate = (permille: number | undefined): FlatCell =>
  permille === undefined ? null : { type: 'number', unit: 'percent', value: permille / 10, mark: 'shown' }
const count = (value: number): FlatCell => ({ type: 'number', unit: 'count', value, mark: 'shown' })

/** Numbers of a finding: rates in per cent, as in the tables. */
function evidence({ group, reference, effect, impact }: Finding): readonly FlatCell[] {
  return [
    ...[group.value, group.low, group.high].map(rate),
    ...[reference?.value, reference?.low, reference?.high].map(rate),
    ...[effect?.diff, effect?.low, effect?.high].map(rate),
    count(impact.value),
    count(impact.low),
    code(impact.unit),
  ]
}

const EVIDENCE = [
  'group_pct',
  'group_low',
  'group_high',
  'reference_pct',
  'reference_low',
  'reference_high',
  'difference_pct',
  'difference_low',
  'difference_high',
  'impact',
  'impact_low',
  'impact_unit',
] as const

function adviceSheet(sections: readonly Section[], words: Words): Sheet {
  const { parts } = words.advice
  const titles = words.files.evidence
  const codes = ['id', 'rule', 'rule_version', 'state'] as const
  return {
    id: 'advice',
    title: words.headings.advice,
    says: '',
    columns: [
      { id: 'number', title: titles.number, role: 'number' },
      ...codes.map((id): FlatColumn => ({ id, title: titles[id], role: 'text' })),
      { id: 'title', title: titles.title, role: 'text' },
      ...Object.entries(parts).map(([id, title]): FlatColumn => ({ id: `${id}_text`, title, role: 'text' })),
      ...EVIDENCE.map((id): FlatColumn => ({ id, title: titles[id], role: id === 'impact_unit' ? 'text' : 'number' })),
    ],
    rows: sections.flatMap(({ advice }) =>
      advice.map(({ number, finding, state, title, texts }): readonly FlatCell[] => [
        count(number),
        ...[finding.id, finding.rule, String(finding.rule_version), state, title].map(textCell),
        ...Object.keys(parts).map((part) => textCell(texts.find((text) => text.part === part)?.text ?? '')),
        ...evidence(finding),
      ]),
    ),
  }
}

function lookedSheet(sections: readonly Section[], { headings, files }: Words): Sheet {
  return {
    id: 'looked_at',
    title: headings.looked,
    says: '',
    columns: [
      { id: 'rule', title: files.evidence.rule, role: 'text' },
      { id: 'outcome', title: files.evidence.outcome, role: 'text' },
      { id: 'more_meetings', title: files.evidence.more_meetings, role: 'number' },
      { id: 'text', title: files.text, role: 'text' },
    ],
    rows: sections.flatMap(({ looked }) =>
      looked.map(({ result, text }): readonly FlatCell[] => [
        ...[result.rule, result.outcome].map(textCell),
        result.more_meetings === null ? null : count(result.more_meetings),
        textCell(text),
      ]),
    ),
  }
}
