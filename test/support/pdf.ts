/** Reads a PDF by poppler's programs, as a reader's tools do: its text, its structure for screen readers, its fonts. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** All text in the order in which it is drawn, spaces and line ends alike. */
export function pdfText(pdf: Uint8Array): string {
  return joined(run('pdftotext', ['-raw'], pdf, ['-']))
}

/** The text of each page. */
export function pdfPages(pdf: Uint8Array): readonly string[] {
  return run('pdftotext', ['-raw'], pdf, ['-']).split('\f').slice(0, -1).map(joined)
}

/** What `pdfinfo` says, by its names. */
export function pdfInfo(pdf: Uint8Array): Readonly<Record<string, string>> {
  const lines = run('pdfinfo', [], pdf).split('\n')
  return Object.fromEntries(lines.map((line) => /^([^:]+): *(.*)$/u.exec(line)?.slice(1) ?? ['', '']))
}

export interface PdfFont {
  /** Without the prefix of a subset. */
  readonly name: string
  readonly isEmbedded: boolean
  readonly hasUnicode: boolean
}

export function pdfFonts(pdf: Uint8Array): readonly PdfFont[] {
  const [, , ...lines] = run('pdffonts', [], pdf).trim().split('\n')
  return lines.map((line) => {
    const words = line.split(/\s+/u)
    const [embedded, , unicode] = words.slice(-5)
    return {
      name: (words[0] ?? '').replace(/^\w+\+/u, ''),
      isEmbedded: embedded === 'yes',
      hasUnicode: unicode === 'yes',
    }
  })
}

export interface PdfElement {
  /** Of the structure tree: `H1`, `P`, `TH`, `Figure` … */
  readonly tag: string
  readonly text: string
  readonly children: readonly PdfElement[]
}

/** The structure tree: what a screen reader reads, in its order. */
export function pdfStructure(pdf: Uint8Array): PdfElement {
  interface Open {
    readonly tag: string
    text: string
    readonly children: Open[]
    readonly depth: number
  }
  const root: Open = { tag: 'Root', text: '', children: [], depth: -1 }
  const open = [root]
  for (const line of run('pdfinfo', ['-struct-text'], pdf).split('\n')) {
    const [, space = '', said = ''] = /^( *)(.*)$/u.exec(line) ?? []
    const string = /^"(.*)"$/u.exec(said)?.[1]
    if (string !== undefined) {
      const last = open.at(-1)
      if (last !== undefined) last.text += ` ${string}` // one string a line that is drawn
    } else if (said !== '' && !said.startsWith('/')) {
      while ((open.at(-1)?.depth ?? -1) >= space.length) open.pop()
      const element: Open = { tag: /^\w+/u.exec(said)?.[0] ?? '', text: '', children: [], depth: space.length }
      open.at(-1)?.children.push(element)
      open.push(element)
    }
  }
  return root
}

/** All elements of a tag. */
export function elementsOf({ children }: PdfElement, tag: string): readonly PdfElement[] {
  return children.flatMap((child) => [...(child.tag === tag ? [child] : []), ...elementsOf(child, tag)])
}

/** All text of an element and those in it. */
export function textOf({ text, children }: PdfElement): string {
  return joined([text, ...children.map(textOf)].join(' '))
}

function joined(text: string): string {
  return text.replaceAll('\u{200B}', '').replaceAll(/\s+/gu, ' ').trim()
}

function run(command: string, options: readonly string[], pdf: Uint8Array, rest: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'avesqo-pdf-'))
  try {
    const file = join(folder, 'report.pdf')
    writeFileSync(file, pdf)
    const ran = spawnSync(command, [...options, file, ...rest], { encoding: 'utf8', maxBuffer: 1 << 28 })
    if (ran.status !== 0) throw new Error(`${command}: ${ran.stderr}`)
    return ran.stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
