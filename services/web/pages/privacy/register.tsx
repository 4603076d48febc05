/** The register as “what we keep”: chapter by chapter, list by list, with every field; then what the product looks for. */
import type { JSX } from 'preact'
import type { RegisterEntry } from '../../../../schemas/privacy/entry.ts'
import { htmlOf } from '../html.ts'
import { Layout } from '../parts/layout.tsx'
import { type Says, saysOf } from '../says.ts'
import type { Chrome, RegisterView } from '../views.ts'
import { CHAPTER_TABLES, CHAPTERS, type Chapter } from '../words/privacy.ts'
import { Kept } from './kept.tsx'
import { Rules } from './rules.tsx'

const CLASSES = ['direct', 'pseudonym', 'quasi', 'none'] as const

interface KeptTable {
  readonly table: string
  readonly entries: readonly RegisterEntry[]
}

/** @returns HTML of `/privacy/register` */
export function registerPage(chrome: Chrome, { entries, rules }: RegisterView): string {
  const says = saysOf(chrome.language)
  const { register } = says.page.protection
  const chapters = chaptersOf(entries)
  return htmlOf(
    <Layout chrome={chrome} says={says} title={register.title}>
      <article class="report">
        <header class="title">
          <h1>{register.title}</h1>
          <p class="lead">{register.lead}</p>
        </header>
        <nav class="contents" aria-label={register.contents}>
          <ol>
            <li>
              <a href="#never">{register.never}</a>
            </li>
            {chapters.map(({ chapter }) => (
              <li key={chapter}>
                <a href={`#${chapter}`}>{register.chapters[chapter]}</a>
              </li>
            ))}
            {rules.length === 0 ? null : (
              <li>
                <a href="#rules">{register.rules}</a>
              </li>
            )}
          </ol>
        </nav>
        <div>
          <Opening entries={entries} says={says} />
          {chapters.map(({ chapter, tables }) => (
            <section key={chapter} class="part" id={chapter} aria-labelledby={`h-${chapter}`}>
              <h2 id={`h-${chapter}`}>{register.chapters[chapter]}</h2>
              {tables.map(({ table, entries: of }) => (
                <Kept key={table} table={table} entries={of} says={says} />
              ))}
            </section>
          ))}
          <Rules rules={rules} says={says} />
        </div>
      </article>
    </Layout>,
  )
}

/** A store that no chapter names stands with the workings: nothing that is kept is left out. */
function chaptersOf(
  entries: readonly RegisterEntry[],
): readonly { readonly chapter: Chapter; readonly tables: readonly KeptTable[] }[] {
  const named = new Set(Object.values(CHAPTER_TABLES).flat())
  const others = [...new Set(entries.map(({ table }) => table))].filter((table) => !named.has(table))
  return CHAPTERS.map((chapter) => ({
    chapter,
    tables: [...CHAPTER_TABLES[chapter], ...(chapter === 'workings' ? others : [])].flatMap((table) => {
      const of = entries.filter((entry) => entry.table === table)
      return of.length === 0 ? [] : [{ table, entries: of }]
    }),
  })).filter(({ tables }) => tables.length > 0)
}

function Opening({ entries, says }: { readonly entries: readonly RegisterEntry[]; readonly says: Says }): JSX.Element {
  const { page, format } = says
  const { register } = page.protection
  const tables = new Set(entries.map(({ store, table }) => `${store} ${table}`)).size
  return (
    <section class="part" id="never" aria-labelledby="h-never">
      <h2 id="h-never">{register.never}</h2>
      {register.neverSays.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <h3>{register.classes}</h3>
      <p>{register.counts({ fields: format.number(entries.length), tables: format.number(tables) })}</p>
      <dl class="facts">
        {CLASSES.map((name) => (
          <div key={name}>
            <dt>
              <span class="many">{format.number(entries.filter((entry) => entry.class === name).length)}</span>{' '}
              {register.className[name]}
            </dt>
            <dd>{register.classSays[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
