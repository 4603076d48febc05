/** A month as a file. The same month gives the same bytes, whoever asks. */
import { strToU8 } from 'fflate'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { Access } from '../access.ts'
import { type FileKind, readMonth } from '../reading/index.ts'
import { reportCsv } from '../reports/csv.ts'
import type { ReportInput } from '../reports/input.ts'
import { reportJson } from '../reports/json.ts'
import { reportOf } from '../reports/model.ts'
import type { Report } from '../reports/report.ts'
import { reportXlsx } from '../reports/xlsx.ts'
import { zipOf } from '../reports/zip.ts'
import type { WebParts } from '../server/parts.ts'
import { type AskedAny, type Route, route } from './route.ts'
import { ofMonth, pageQuery } from './shapes.ts'

interface FileForm {
  readonly mime: string
  /** @returns null where this installation makes none */
  readonly make: (
    report: Report,
    input: ReportInput,
    web: WebParts,
    reader: string,
  ) => Promise<Uint8Array | string | null>
}

/** By what stands behind the last full stop of the address. */
const FORMS: Readonly<Record<FileKind, FileForm & { readonly ending: string }>> = {
  xlsx: {
    ending: 'xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: async (report) => reportXlsx(report),
  },
  csv: { ending: 'csv.zip', mime: 'application/zip', make: async (report) => zipped(report) },
  json: {
    ending: 'json',
    mime: 'application/json; charset=utf-8',
    make: async (report) => `${JSON.stringify(reportJson(report), null, 2)}\n`,
  },
  pdf: {
    ending: 'pdf',
    mime: 'application/pdf',
    make: async (report, input, { pdf }, reader) => (pdf === null ? null : pdf.of(report, input, reader)),
  },
}
const KINDS = Object.keys(FORMS) as FileKind[]
const NAMES = KINDS.map((kind) => `report.${FORMS[kind].ending}`)

function zipped(report: Report): Uint8Array {
  const files = reportCsv(report).map(({ name, content }) => [name, strToU8(content)] as const)
  return zipOf(Object.fromEntries(files))
}

export const fileName = z.enum(NAMES as [string, ...string[]]).describe('Which form of the report')
/** Names of the files that this installation makes of a month. */
export function fileNames({ pdf }: Pick<WebParts, 'pdf'>): readonly string[] {
  return NAMES.filter((name) => name !== 'report.pdf' || pdf !== null)
}
export const FILE_MIMES = KINDS.map((kind) => FORMS[kind].mime)

interface Wanted extends Pick<AskedAny, 'language'> {
  readonly access: Access
  readonly params: { readonly month: string; readonly file: string }
}

/** @throws AppError `not_found` where the month is not published, or this installation makes no such file */
export async function fileOf({ access, params: { month, file }, language }: Wanted, web: WebParts) {
  const kind = KINDS.find((one) => file === `report.${FORMS[one].ending}`)
  if (kind === undefined) throw new AppError('not_found')
  const input = await readMonth(web, { access, month, language, kind })
  if (input === null) throw new AppError('not_found')
  const { mime, make, ending } = FORMS[kind]
  const bytes = await make(reportOf(input), input, web, access.reader)
  if (bytes === null) throw new AppError('not_found')
  return { type: 'file', name: `${access.tenantId}-${month}-${language}.${ending}`, mime, bytes } as const
}

export const fileRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/t/:tenant/:month/files/:file',
    permission: 'figures_read',
    scope: 'tenant',
    audit: ['file_read'],
    params: z.strictObject({ ...ofMonth, file: fileName }),
    query: pageQuery({}),
    handler: fileOf,
  }),
]
