/** The one form of an insert of rows, written for a server and taken apart again for the embedded engine. */
import { INSERT_SETTINGS, type Settings, settingsText } from './settings.ts'

export interface Insert {
  readonly table: string
  readonly columns: readonly string[]
  readonly settings: Settings
}

const FORM =
  /^INSERT INTO (?<table>\w+) \((?<columns>\w+(?:, \w+)*)\) SETTINGS (?<settings>.+) FORMAT JSONCompactEachRow$/u

/** @param settings beside the pinned ones, which cannot be overridden */
export function insertOf(table: string, columns: readonly string[], settings: Settings): Insert {
  return { table, columns, settings: { ...settings, ...INSERT_SETTINGS } }
}

/** The settings stand in the statement, so that they end with it. */
export function insertText({ table, columns, settings }: Insert): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) SETTINGS ${settingsText(settings)} FORMAT JSONCompactEachRow`
}

/** @throws TypeError for a statement that `insertText` did not write */
export function parseInsert(sql: string): Insert {
  const parts = FORM.exec(sql)?.groups
  const table = parts?.['table']
  const columns = parts?.['columns']
  const list = parts?.['settings']
  if (table === undefined || columns === undefined || list === undefined) {
    throw new TypeError('An insert is written by insertText only.')
  }
  const settings: Record<string, string | number> = {}
  for (const pair of list.split(', ')) {
    const [name = '', value = ''] = pair.split('=')
    settings[name] = value.startsWith("'") ? value.slice(1, -1) : Number(value)
  }
  return { table, columns: columns.split(', '), settings }
}
