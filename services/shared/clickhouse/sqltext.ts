/**
 * Reading SQL text just far enough to know what is code: comments, strings and quoted names are told apart from the
 * rest, so that a semicolon or a brace inside them means nothing.
 */

/** Comment, string, quoted name, `{name:Type}`, semicolon; whatever lies between is plain code. */
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\[\s\S]|'')*'|`(?:[^`\\]|\\[\s\S])*`|"(?:[^"\\]|\\[\s\S])*"|\{\s*(?<name>[A-Za-z_]\w*)\s*:\s*(?<type>[^{}]+?)\s*\}|;/gu

/** A parameter of a statement: `{tenant:String}`. */
export interface Placeholder {
  readonly name: string
  readonly type: string
}

/** The text without its comments; line breaks stay, so that positions in engine messages still mean something. */
export function withoutComments(sql: string): string {
  return sql.replace(TOKEN, (token) => (/^(?:--|\/\*)/u.test(token) ? '' : token)).trim()
}

/** The statements of a file, without comments and semicolons, empty ones left out. */
export function statementsOf(sql: string): readonly string[] {
  const statements: string[] = []
  let start = 0
  const bare = withoutComments(sql)
  for (const token of bare.matchAll(TOKEN)) {
    if (token[0] !== ';') continue
    statements.push(bare.slice(start, token.index).trim())
    start = token.index + 1
  }
  statements.push(bare.slice(start).trim())
  return statements.filter((statement) => statement !== '')
}

/** The parameters that a statement names, in order, with repeats. */
export function placeholdersOf(sql: string): readonly Placeholder[] {
  const found: Placeholder[] = []
  replacePlaceholders(sql, (placeholder) => {
    found.push(placeholder)
    return ''
  })
  return found
}

/** The statement with each parameter replaced by what `literal` gives for it. */
export function replacePlaceholders(sql: string, literal: (placeholder: Placeholder) => string): string {
  return sql.replace(TOKEN, (token: string, name: string | undefined, type: string | undefined) =>
    name === undefined || type === undefined ? token : literal({ name, type }),
  )
}
