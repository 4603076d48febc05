/** Reads tables back from the HTML of a page. Pages are drawn by one renderer, whose output is regular. */

export interface ReadTable {
  /** Text of each cell, row by row, the head first. */
  readonly rows: readonly (readonly string[])[]
}

/** @param attribute e.g. `data-table="site"` */
export function readTables(html: string, attribute: string): readonly ReadTable[] {
  return [...html.matchAll(/<table([^>]*)>(.*?)<\/table>/gsu)]
    .filter(([, attributes]) => attributes?.includes(attribute))
    .map(([, , body = '']) => ({
      rows: [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
        [...row.matchAll(/<t[hd][^>]*?(?:\/>|>(.*?)<\/t[hd]>)/gsu)].map(([, cell = '']) => textOf(cell)),
      ),
    }))
}

/** What a reader sees of a piece of HTML; drawings have no part in it. */
export function textOf(html: string): string {
  const text = html.replaceAll(/<svg.*?<\/svg>/gsu, '').replaceAll(/<[^>]*>/gu, '')
  return decoded(text).trim()
}

function decoded(text: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/gu, (all, name: string) => entities[name] ?? all)
}
