/**
 * Settings that change the meaning of a statement, pinned with the reason beside each. They are written into the
 * statement itself: set on a connection they stay there, and a token or limit that leaks into the next statement
 * silently drops rows (reference stack, A6 and A7).
 */
export type Settings = Readonly<Record<string, string | number>>

/** For a statement that reads. */
export const READ_SETTINGS: Settings = {
  // A statement cannot be interrupted from outside, and by default nothing limits it.
  max_execution_time: 60,
  // By default a statement may take 90 % of the machine.
  max_memory_usage: 2_000_000_000,
  // 64-bit integers come as JSON numbers, whatever the server's default; hashes are asked for as text.
  output_format_json_quote_64bit_integers: 0,
}

/** For a statement that makes rows of rows. */
export const WORK_SETTINGS: Settings = {
  max_execution_time: 600,
  max_memory_usage: 2_000_000_000,
  // 100 by default: the days of an imported year would be refused (code 252).
  max_partitions_per_insert_block: 0,
  // Our statements name sums and minima like the column they are of; the column is meant inside them (code 184).
  prefer_column_name_to_alias: 1,
  // A row without partner has nulls, not keys of zeros.
  join_use_nulls: 1,
}

/** For an insert of rows. */
export const INSERT_SETTINGS: Settings = {
  // 1 by default: the insert would be acknowledged out of a buffer in memory (invariant I3).
  async_insert: 0,
  // 100 by default: an import of history touches more days than that and would be refused (code 252).
  max_partitions_per_insert_block: 0,
  max_execution_time: 60,
  max_memory_usage: 2_000_000_000,
  // 1 by default: null in a column that cannot be null would become '' or 0 without a word.
  input_format_null_as_default: 0,
  // 1 by default: a medium with a part too many or too few would be taken, and the part lost or made up.
  input_format_json_ignore_unknown_keys_in_named_tuple: 0,
  input_format_json_defaults_for_missing_elements_in_named_tuple: 0,
  // 1 by default: tuples would be read from objects. Arrays are less text and are read faster.
  input_format_json_named_tuples_as_objects: 0,
  // 1 by default: parsed in parallel, one batch becomes several blocks, in an order that changes from run to run.
  input_format_parallel_parsing: 0,
  // No line of a batch may be left out because it cannot be read.
  input_format_allow_errors_num: 0,
}

/**
 * Whether a block that was stored before is dropped. It saves work and nothing else: the same row has the same sort
 * key and collapses anyway. (`insert_deduplicate=0` alone does not switch it off in this engine.)
 */
export const DEDUPLICATE: Readonly<Record<'on' | 'off', Settings>> = {
  on: { deduplicate_insert: 'enable' },
  off: { deduplicate_insert: 'disable' },
}

const NAME = /^[a-z_]\w*$/u
const WORD = /^\w+$/u

/** `a=1, b='word'`, as it stands behind SETTINGS. */
export function settingsText(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => {
      if (!NAME.test(name)) throw new TypeError('A setting has a name that is not understood.')
      if (typeof value === 'string' && !WORD.test(value)) throw new TypeError(`Setting ${name} is not a word.`)
      return `${name}=${typeof value === 'string' ? `'${value}'` : value}`
    })
    .join(', ')
}

/**
 * A SELECT with settings behind it. A statement that already ends in a SETTINGS clause keeps its own, which win.
 *
 * @param sql one statement without comments and semicolon
 */
export function withSettings(sql: string, settings: Settings): string {
  const own = /\bSETTINGS\s+(?<list>\w+\s*=[^()]*)$/iu.exec(sql)?.groups?.['list']
  const names = new Set([...(own ?? '').matchAll(/(\w+)\s*=/gu)].map((match) => match[1]))
  const missing = Object.fromEntries(Object.entries(settings).filter(([name]) => !names.has(name)))
  const text = settingsText(missing)
  if (text === '') return sql
  return own === undefined ? `${sql}\nSETTINGS ${text}` : `${sql}, ${text}`
}
