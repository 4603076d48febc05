/** `avesqo report` and `avesqo cells`: what was published of a month, for people, spreadsheets and machines. */
import { Option, type Command } from 'commander'
import { z } from 'zod'
import { type Cut, CUT_NAMES } from '../../schemas/cube.ts'
import { monthName } from '../../schemas/control/tables.ts'
import { UserError } from '../shared/errors.ts'
import {
  cellsOf,
  cellsText,
  reportCsv,
  reportJson,
  reportOf,
  reportPdf,
  reportText,
  reportXlsx,
  tableJson,
} from '../web/index.ts'
import { findTenant } from './admin/find.ts'
import { readFlags } from './admin/flags.ts'
import type { CliContext } from './context.ts'
import { type Language, LANGUAGES, languageOption } from './language.ts'
import { newDirectory, newFile, writeFiles, writeNew } from './report-files.ts'
import { openFollowUp, readFigures, readMonth } from './report-input.ts'

const flags = z.object({ tenant: z.string(), month: monthName, lang: z.enum(LANGUAGES) })
const reportFlags = flags.extend({
  csv: z.string().optional(),
  xlsx: z.string().optional(),
  pdf: z.string().optional(),
})
const cellFlags = flags.extend({ cut: z.enum(CUT_NAMES as [Cut, ...Cut[]]) })

export function registerReport(program: Command, context: CliContext): void {
  program
    .command('report')
    .summary('a month’s improvement report, of published figures and findings only')
    .description(
      'Prints the improvement report of a sealed month: what matters most, how sound the data are, advice, what was ' +
        'looked at, and the figures. Everything in it was published when the month was sealed; that it was read is written to the audit log.',
    )
    .requiredOption('--tenant <id>', 'the customer’s id; see: avesqo tenant list')
    .requiredOption('--month <month>', 'which sealed month, such as 2026-10')
    .addOption(languageOption())
    .option('--csv <dir>', 'as CSV files in a directory that is new or empty: one a table, and README.txt')
    .option('--xlsx <file>', 'as a spreadsheet in a new file: one sheet a table')
    .option('--pdf <file>', 'as a document to read and print, in a new file (PDF/UA-1)')
    .addHelpText(
      'after',
      '\nText, files and JSON say the same figures to the digit. What is hidden is in none\nof them. Which months are sealed says: avesqo period status --tenant acme\n' +
        '\nExamples:\n  avesqo report --tenant acme --month 2026-10 --lang nl\n' +
        '  avesqo report --tenant acme --month 2026-10 --xlsx acme-2026-10.xlsx\n',
    )
    .action(async (_options: unknown, command: Command) => {
      const { csv, xlsx, pdf, ...asked } = readFlags(reportFlags, command)
      const words = context.words().report
      if ([csv, xlsx, pdf].filter((file) => file !== undefined).length + Number(context.output.json()) > 1) {
        throw new UserError(words.chooseOne)
      }
      const directory = csv === undefined ? null : newDirectory(csv, words.places)
      const sheets = xlsx === undefined ? null : newFile(xlsx, 'xlsx', words.places)
      const document = pdf === undefined ? null : newFile(pdf, 'pdf', words.places)
      const input = await readAsked(context, asked, readMonth)
      const report = reportOf(input)
      if (directory !== null) {
        const files = reportCsv(report)
        writeFiles(directory, files)
        context.output.write(`${words.filesIn(files.length, directory.given)}\n`)
      } else if (sheets !== null) {
        writeNew(sheets, await reportXlsx(report))
        context.output.write(`${words.written(sheets.given)}\n`)
      } else if (document === null) {
        context.output.print(reportJson(report), () => reportText(report))
      } else {
        writeNew(document, await reportPdf(report, input))
        context.output.write(`${words.written(document.given)}\n`)
      }
    })
}

export function registerCells(program: Command, context: CliContext): void {
  program
    .command('cells')
    .summary('the published figures of one cut of a month')
    .description(
      'Shows every published figure of one cut of a sealed month: one way to divide its connections. It has more measures ' +
        'than the report prints.',
    )
    .requiredOption('--tenant <id>', 'the customer’s id; see: avesqo tenant list')
    .requiredOption('--month <month>', 'which sealed month, such as 2026-10')
    .addOption(
      new Option('--cut <cut>', 'divided by what; two words: by both').choices(CUT_NAMES).makeOptionMandatory(),
    )
    .addOption(languageOption())
    .addHelpText('after', '\nExample:\n  avesqo cells --tenant acme --month 2026-10 --cut site_platform --json\n')
    .action(async (_options: unknown, command: Command) => {
      const { cut, ...asked } = readFlags(cellFlags, command)
      const input = await readAsked(context, asked, readFigures)
      const table = cellsOf(cut, input)
      const { revision, k } = input.publication
      const about = { tenant: asked.tenant, month: asked.month, revision, k }
      context.output.print({ ...about, ...(table === null ? { id: cut, rows: [] } : tableJson(table)) }, () =>
        table === null
          ? context.words().report.nothingOf(cut, asked.month)
          : cellsText(table, { k, language: asked.lang }),
      )
    })
}

async function readAsked<T>(
  context: CliContext,
  { tenant: id, month, lang }: { readonly tenant: string; readonly month: string; readonly lang: Language },
  read: (asked: Parameters<typeof readMonth>[0]) => Promise<T>,
): Promise<T> {
  const control = await context.control()
  const clock = context.clock()
  const { call, report: words } = context.words()
  const tenant = await findTenant(control.db, id, call)
  const { data } = context.settings()
  const { openDesk } = await import('../processes/operator.ts') // not before: a wrong call needs no database engine
  const desk = await openDesk({ data, control, clock, logger: context.logger() })
  try {
    return await read({ desk, control, followUp: openFollowUp(control, clock), tenant, month, language: lang, words })
  } finally {
    await desk.close()
  }
}
