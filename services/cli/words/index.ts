/**
 * Every word that the terminal says in the reader’s language, by topic; what is missing in one of them does not compile.
 * Help, names of commands and options, and JSON are the same in all, errors as JSON included; only what is written in
 * the language of the reader stays so in JSON: the sentences of a report or a finding, and names. One thing has the name that reports give it
 * (services/web/reports/words/words.ts); besides, in Dutch: a record is a `melding`, a delivery a `levering`, a source a
 * `bron`, a cut a `tabel`, a cell a `groep`, a revision an `uitgave`, sealed `gepubliceerd`, withheld `niet getoond`.
 */
import type { Language } from '../language.ts'
import { CALL_EN } from './call-en.ts'
import { CALL_NL } from './call-nl.ts'
import type { CallWords } from './call.ts'
import { DEMO_EN } from './demo-en.ts'
import { DEMO_NL } from './demo-nl.ts'
import type { DemoWords } from './demo.ts'
import { EXPLAIN_EN } from './explain-en.ts'
import { EXPLAIN_NL } from './explain-nl.ts'
import type { ExplainWords } from './explain.ts'
import { FOUND_EN } from './found-en.ts'
import { FOUND_NL } from './found-nl.ts'
import type { FoundWords } from './found.ts'
import { LEGS_EN } from './legs-en.ts'
import { LEGS_NL } from './legs-nl.ts'
import type { LegWords } from './legs.ts'
import { PERIOD_EN } from './period-en.ts'
import { PERIOD_NL } from './period-nl.ts'
import type { PeriodWords } from './period.ts'
import { REPORT_EN } from './report-en.ts'
import { REPORT_NL } from './report-nl.ts'
import type { ReportWords } from './report.ts'
import { ROLLUP_EN } from './rollup-en.ts'
import { ROLLUP_NL } from './rollup-nl.ts'
import type { RollupWords } from './rollup.ts'

export interface CliWords {
  readonly call: CallWords
  readonly demo: DemoWords
  readonly explain: ExplainWords
  readonly found: FoundWords
  readonly legs: LegWords
  readonly period: PeriodWords
  readonly report: ReportWords
  readonly rollup: RollupWords
}

const WORDS: Readonly<Record<Language, CliWords>> = {
  nl: {
    call: CALL_NL,
    demo: DEMO_NL,
    explain: EXPLAIN_NL,
    found: FOUND_NL,
    legs: LEGS_NL,
    period: PERIOD_NL,
    report: REPORT_NL,
    rollup: ROLLUP_NL,
  },
  en: {
    call: CALL_EN,
    demo: DEMO_EN,
    explain: EXPLAIN_EN,
    found: FOUND_EN,
    legs: LEGS_EN,
    period: PERIOD_EN,
    report: REPORT_EN,
    rollup: ROLLUP_EN,
  },
}

export function wordsOf(language: Language): CliWords {
  return WORDS[language]
}
