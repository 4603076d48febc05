/** Lines of text for a terminal. */

/** What a terminal would obey instead of showing it is left out. */
export function clean(text: string): string {
  return text.replaceAll(/\p{C}/gu, '')
}

/** Breaks at spaces, but not between a number and its unit or sign; a word that is longer than a line has a line of its own. @param width in characters */
export function wrap(text: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of clean(text).split(/ (?!(?<=\d )ms(?![a-z])|[≤≥<])(?<![≤≥<] )/u)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].join('\n')
}
