/**
 * Identifiers cannot slip out: the class that holds them reveals nothing, and only pseudonymisation can take them out
 * (invariant I1).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, formatWithOptions, inspect } from 'node:util'
import { serialize } from 'node:v8'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { Identifier, revealed } from '../../services/ingest/identified.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const IDENTIFIED = 'services/ingest/identified.ts'
const CANARY = 'canary.jan@klant.example'

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
}

function isIt(specifier: ts.Expression | undefined): boolean {
  return (
    specifier !== undefined &&
    ts.isStringLiteralLike(specifier) &&
    /(?:^|\/)identified\.(?:ts|js)$/u.test(specifier.text)
  )
}

/** Every name that a file takes from `identified.ts`, by import, export or dynamic import (`*` = all of it). */
function takenFromIdentified(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const taken: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && isIt(node.moduleSpecifier)) {
      const bindings = node.importClause?.namedBindings
      if (bindings !== undefined && ts.isNamedImports(bindings)) {
        taken.push(...bindings.elements.map((element) => (element.propertyName ?? element.name).text))
      } else taken.push('*')
    } else if (ts.isExportDeclaration(node) && isIt(node.moduleSpecifier)) {
      const clause = node.exportClause
      if (clause !== undefined && ts.isNamedExports(clause)) {
        taken.push(...clause.elements.map((element) => (element.propertyName ?? element.name).text))
      } else taken.push('*')
    } else if (ts.isCallExpression(node) && isIt(node.arguments[0])) taken.push('*')
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return taken
}

describe('who can take an identifier out', () => {
  const files = ['services', 'schemas'].flatMap(sources)
  const users = files.filter((file) => takenFromIdentified(file).length > 0)

  test('all files were looked at', () => {
    expect(files.length).toBeGreaterThan(80)
    expect(users).toContain('services/ingest/pseudonymise/canonicalise.ts')
    expect(users.some((file) => file.startsWith('services/ingest/decode/'))).toBe(true)
  })

  test('only pseudonymisation imports what reveals one', () => {
    const revealing = files.filter((file) =>
      takenFromIdentified(file).some((name) => name === 'revealed' || name === '*'),
    )
    expect(revealing).toContain('services/ingest/pseudonymise/canonicalise.ts')
    expect(revealing.filter((file) => !file.startsWith('services/ingest/pseudonymise/'))).toEqual([])
  })

  test('the type is used inside ingest alone', () => {
    expect(users.filter((file) => !file.startsWith('services/ingest/'))).toEqual([])
    expect(files).toContain(IDENTIFIED)
  })
})

describe('an identifier reveals nothing', () => {
  const identifier = new Identifier('address', CANARY)
  const inside = { identifier, list: [identifier], map: new Map([['x', identifier]]), set: new Set([identifier]) }
  const inspectOptions = {
    showHidden: true,
    depth: null,
    showProxy: true,
    getters: true,
    customInspect: false,
  } as const

  const ways: readonly [string, () => unknown][] = [
    ['String()', () => String(identifier)],
    ['a template', () => `${identifier.toString()} ${String(inside.list)}`],
    ['joining', () => [identifier, identifier].join()],
    ['addition', () => 'x' + identifier.toString()],
    ['toLocaleString', () => identifier.toLocaleString()],
    ['valueOf', () => inspect(identifier.valueOf())],
    ['JSON', () => JSON.stringify(identifier) + JSON.stringify(inside)],
    ['inspect', () => inspect(identifier) + inspect(inside, { depth: null })],
    [
      'inspect without our hook, hidden properties shown',
      () => inspect(identifier, inspectOptions) + inspect(inside, inspectOptions),
    ],
    ['format', () => ['%s', '%j', '%o', '%O', '%d'].map((how) => format(how, identifier)).join(' ')],
    ['format with colours', () => formatWithOptions({ colors: true, showHidden: true }, '%o', inside)],
    ['structuredClone', () => inspect(structuredClone({ ...inside }), inspectOptions)],
    ['serialisation', () => serialize({ a: { ...identifier } }).toString('latin1')],
    ['spread', () => JSON.stringify({ ...identifier })],
    ['Object.assign', () => JSON.stringify(Object.assign({}, identifier))],
    ['entries', () => JSON.stringify(Object.entries(identifier))],
    [
      'own property names and symbols',
      () =>
        Reflect.ownKeys(identifier)
          .map((key) => String(Reflect.get(identifier, key)))
          .join(),
    ],
    ['property descriptors', () => JSON.stringify(Object.getOwnPropertyDescriptors(identifier))],
    [
      'for in',
      () => {
        const seen: string[] = []
        for (const key in identifier) seen.push(String(Reflect.get(identifier, key)))
        return seen.join()
      },
    ],
    ['the cause of an error', () => inspect(new Error('failed', { cause: identifier }), inspectOptions)],
    ['the stack of an error that quotes it', () => new Error(`failed: ${String(identifier)}`).stack],
    ['a property of an error', () => inspect(Object.assign(new Error('failed'), { identifier }), inspectOptions)],
    ['its prototype', () => inspect(Object.getPrototypeOf(identifier), inspectOptions)],
  ]
  test.each(ways)('by %s', (_way, reveal) => {
    const shown = String(reveal())
    expect(shown).not.toContain('canary')
    expect(shown).not.toContain('klant')
  })

  test('and is whole all the same', () => {
    expect(revealed(identifier)).toBe(CANARY)
    expect(String(identifier)).toBe('[address]')
  })

  test('a look-alike cannot be asked', () => {
    const forged = Object.create(Identifier.prototype) as Identifier
    expect(() => revealed(forged)).toThrow(TypeError)
  })
})
