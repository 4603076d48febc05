/** A report for a terminal of 80 columns: sentences and tables. */
import { formatOf, type Format } from '../../shared/format.ts'
import type { Advice, Fact, LookedAt, Report, Section, Table } from './report.ts'
import { tableText, WIDTH } from './text-table.ts'
import { clean, wrap } from './text-wrap.ts'
import type { Words } from './words/words.ts'
import { wordsOf } from './words/index.ts'

export function reportText(report: Report): string {
  const words = wordsOf(report.language)
  const format = formatOf(report.language)
  const title = clean(report.title)
  const sections = report.sections.map((section) => sectionText(section, report.k, words, format))
  return [
    `${title}\n${'='.repeat(Math.min(title.length, WIDTH))}\n`,
    ...sections,
    `${wrap(words.moreInFiles, WIDTH)}\n`,
  ].join('\n')
}

/** One table with all its columns and rows. */
export function cellsText(table: Table, { k, language }: Pick<Report, 'k' | 'language'>): string {
  return tableText(table, k, wordsOf(language), formatOf(language), 'all')
}

function sectionText(section: Section, k: number, words: Words, format: Format): string {
  const { heading, facts, sentences, advice, looked, tables } = section
  const parts = [
    factsText(facts),
    ...sentences.map((sentence) => `${wrap(sentence, WIDTH)}\n`),
    ...advice.map((one) => adviceText(one, `${one.number}.`)),
    lookedText(looked),
    ...tables
      .filter(({ detail }) => !detail)
      .map((table) => ({ ...table, title: table.title === heading ? '' : table.title }))
      .map((table) => tableText(table, k, words, format, 'report')),
  ].filter((part) => part !== '')
  return `${heading}\n${'-'.repeat(heading.length)}\n${parts.join('\n')}`
}

function factsText(facts: readonly Fact[]): string {
  const width = Math.max(0, ...facts.map(({ label }) => label.length)) + 2
  return facts.map(({ label, text }) => hanging(label.padEnd(width), text)).join('')
}

/** A finding: its title, and under it what it says, part by part. */
function adviceText({ finding, title, texts }: Advice, name: string): string {
  const width = Math.max(...texts.map(({ label }) => label.length)) + 5
  const lines = texts.map(({ label, text }) => hanging(`   ${label}`.padEnd(width), text))
  return `${wrap(`${name} ${title} [${finding.rule}]`, WIDTH)}\n${lines.join('')}`
}

/** Findings, each under its month and its id. */
export function findingsText(advice: readonly Advice[]): string {
  return advice.map((one) => adviceText(one, `${one.finding.month}  ${one.finding.id}\n`)).join('\n')
}

function lookedText(looked: readonly LookedAt[]): string {
  return looked.map(({ result, text }) => hanging(`${result.rule}  `, text)).join('')
}

/** Text beside a label, its further lines under its first. */
function hanging(label: string, text: string): string {
  const lines = wrap(text, WIDTH - label.length).split('\n')
  return lines.map((line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${line}\n`).join('')
}
