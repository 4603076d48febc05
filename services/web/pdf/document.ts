/** A report as the content of its PDF: its sections in the order of reading, then an annex of the further figures. */
import { CUTS } from '../../../schemas/cube.ts'
import { formatOf } from '../../shared/format.ts'
import type { NumberedAdvice, Report, Section, Table } from '../reports/report.ts'
import { wordsOf } from '../reports/words/index.ts'
import { createSay } from './cells.ts'
import { chartsOf } from './chart.ts'
import type { PdfBlock, PdfContent, PdfSection } from './content.ts'
import { plain } from './plain.ts'
import { type Part, tableBlocks, type TableContext } from './tables.ts'
import { pdfWordsOf } from './words.ts'

/** @param sealedMs when the month was sealed: the document's date; null: it has none */
export function contentOf(report: Report, sealedMs: number | null): PdfContent {
  const { language, k, revision } = report
  const words = wordsOf(language)
  const format = formatOf(language)
  const own = pdfWordsOf(language)
  const context: TableContext = { k, words, own, say: createSay(k, words, format) }
  const all = report.sections.flatMap(({ tables }) => tables)
  const everybody = all.find(({ cut }) => cut === 'tenant') ?? null
  const charts = (table: Table): readonly PdfBlock[] =>
    table.cut === 'site' ? chartsOf(table, everybody, { say: context.say, own, format }) : []
  const facts = new Map(report.sections.flatMap(({ facts }) => facts).map(({ id, text }) => [id, text]))
  const annex = all.filter(inAnnex).flatMap((table) => tableWithHeading(table, 'annex', context, ''))
  return {
    language,
    title: plain(report.title),
    kind: own.kind,
    customer: plain(facts.get('customer') ?? report.tenantId),
    month: format.month(report.month),
    revision: own.revision(revision),
    contact: plain(facts.get('contact') ?? ''),
    of: own.of,
    date: sealedMs === null ? null : dateOf(sealedMs),
    sections: merged(report.sections).map((section) => sectionOf(section, context, charts)),
    annex:
      annex.length === 0
        ? null
        : { heading: own.annex.heading, blocks: [{ kind: 'text', text: own.annex.says }, ...annex] },
  }
}

/** Tables of one dimension: those of two have hundreds of rows, which are read in a spreadsheet. */
function inAnnex({ cut, detail }: Table): boolean {
  return !detail && cut !== null && CUTS[cut].by.length < 2
}

/** Sections beside each other that say nothing but the same sentence become one. */
function merged(sections: readonly Section[]): readonly Section[] {
  const done: Section[] = []
  for (const section of sections) {
    const last = done.at(-1)
    if (last !== undefined && isBare(last) && isBare(section) && last.sentences.join() === section.sentences.join()) {
      done[done.length - 1] = { ...last, heading: `${last.heading}, ${lowerFirst(section.heading)}` }
    } else {
      done.push(section)
    }
  }
  return done
}

function isBare({ facts, advice, looked, tables }: Section): boolean {
  return [facts, advice, looked, tables].every(({ length }) => length === 0)
}

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
}

function sectionOf(
  { id, heading, facts, sentences, advice, looked, tables }: Section,
  context: TableContext,
  charts: (table: Table) => readonly PdfBlock[],
): PdfSection {
  const pairs = [
    ...facts.map(({ label, text }) => ({ label: plain(label), text: plain(text) })),
    ...looked.map(({ result, text }) => ({ label: result.rule, text: plain(text) })),
  ]
  const said = sentences.map((sentence) => ({
    kind: id === 'summary' ? ('lead' as const) : ('text' as const),
    text: plain(sentence),
  }))
  return {
    heading: plain(heading),
    blocks: [
      ...(pairs.length > 0 && looked.length === 0 ? [{ kind: 'pairs' as const, pairs }] : []),
      ...said,
      ...advice.map(adviceBlock),
      ...(looked.length > 0 ? [{ kind: 'pairs' as const, pairs }] : []),
      ...tables.flatMap((table) => tableWithHeading(table, 'body', context, heading, charts(table))),
    ],
  }
}

function adviceBlock({ number, title, finding, texts }: NumberedAdvice): PdfBlock {
  return {
    kind: 'advice',
    title: plain(`${number}. ${title}`),
    tag: finding.rule,
    pairs: texts.map(({ label, text }) => ({ label: plain(label), text: plain(text) })),
  }
}

/** @param above the heading of the section, which is not said twice */
function tableWithHeading(
  table: Table,
  part: Part,
  context: TableContext,
  above: string,
  charts: readonly PdfBlock[] = [],
): readonly PdfBlock[] {
  const blocks = tableBlocks(table, part, context)
  const isListed = part === 'body' ? !table.detail : blocks.length > 0
  if (!isListed) return []
  return [
    ...(table.title === above ? [] : [{ kind: 'heading' as const, text: plain(table.title) }]),
    ...(part === 'body'
      ? [{ kind: blocks.length + charts.length > 0 ? ('says' as const) : ('text' as const), text: plain(table.says) }]
      : []),
    ...charts,
    ...blocks,
  ]
}

function dateOf(ms: number): PdfContent['date'] {
  const date = new Date(ms)
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ]
}
