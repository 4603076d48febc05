import type { Aspect } from '../../../schemas/changed.ts'
import { CUTS, type Cut } from '../../../schemas/cube.ts'
import { type Figure, OTHER, type ProtocolCut } from '../../../schemas/published.ts'
import { compareText, dimensionsOf, groupBy, keyOf } from './cells.ts'
import { aspectOf, type Since, tellsChange } from './changes.ts'
import { figureOfFew } from './figures.ts'
import { type Block, blockOf, groupsOf, keptOf, mayTell } from './kept.ts'
import { inOrder } from './order.ts'
import { PEOPLE_CUTS } from './people.ts'
import type { MonthResult } from './publish.ts'

export interface Revision {
  readonly k: number
  /** What is published of the month now. */
  readonly before: readonly Figure[]
  readonly after: MonthResult
  /** Every revision that said something of people, oldest first; the last is `before`. */
  readonly since: readonly Since[]
}

export interface Revised {
  readonly figures: Figure[]
  readonly protocol: ProtocolCut[]
  /** False: too little changed to say so; what was published stays, and there is no new revision. */
  readonly published: boolean
}

/** Aspects of which a cell may keep earlier figures beside new ones of the rest. */
const PARTS = ['failures', 'measured', 'windows', 'alarms'] as const satisfies readonly Aspect[]

/** What is asked of every cut of a revision. */
interface Asked {
  readonly k: number
  readonly since: readonly Since[]
  /** By aspect, the revisions that said something of it: of a tenant that kept it nothing was said in any cut. */
  readonly told: Readonly<Record<Aspect, readonly Since[]>>
  /** Aspects of which nothing new is said, because the tenant's own change may not be told. */
  readonly standing: ReadonlySet<Aspect>
}

const saysOf = (figures: readonly Figure[], aspect: Aspect): boolean =>
  figures.some(({ kept, measure }) => !kept && aspectOf(measure) === aspect)

function askedOf(k: number, since: readonly Since[]): Asked {
  const saying = (aspect: Aspect): readonly Since[] => since.filter(({ said }) => saysOf(said, aspect))
  const told = {
    legs: since,
    failures: saying('failures'),
    measured: saying('measured'),
    windows: saying('windows'),
    alarms: saying('alarms'),
  }
  const standing = PARTS.filter((aspect) => !mayTell(blockOf(aspect, 'tenant', [''], told[aspect]), aspect, k))
  return { k, since, told, standing: new Set(standing) }
}

/** Figures marked as kept. A cell of few stays one of few: a mark would tell that somebody of it changed. */
const asKept = (figures: readonly Figure[]): readonly Figure[] =>
  figures.map((figure) => ({ ...figure, kept: figure.mark !== 'few' }))
const valuesOf = (figures: readonly Figure[], position: 'v1' | 'v2'): readonly string[] =>
  [...new Set(figures.map((figure) => figure[position]))].toSorted(compareText)
const cellKey = (figure: Pick<Figure, 'v1' | 'v2'>): string => keyOf(figure.v1, figure.v2)
const of = (figures: readonly Figure[], cut: Cut): readonly Figure[] => figures.filter((figure) => figure.cut === cut)
/** What was last said of a cut: a revision may have left it out, and what was said before stands beside the next. */
const lastOf = (since: readonly Since[], cut: Cut): readonly Figure[] =>
  of(since.findLast(({ said }) => of(said, cut).length > 0)?.said ?? [], cut)
const same = (a: readonly Figure[], b: readonly Figure[]): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Figures of a cell, those of some aspects as they were said before. */
const withKept = (fresh: readonly Figure[], old: readonly Figure[], kept: (aspect: Aspect) => boolean) => [
  ...fresh.filter(({ measure }) => !kept(aspectOf(measure))),
  ...asKept(old.filter(({ measure }) => kept(aspectOf(measure)))),
]

/** A cut of one dimension in the new revision. */
function reviseOne(cut: Cut, after: readonly Figure[], { k, since, told, standing }: Asked): readonly Figure[] {
  const before = lastOf(since, cut)
  if (after.length === 0) return []
  if (before.length === 0) return withKept(after, [], (aspect) => standing.has(aspect))
  const first = since.findIndex(({ said }) => of(said, cut).length > 0)
  const [old, now] = [groupBy(before, ({ v1 }) => v1), groupBy(after, ({ v1 }) => v1)]
  const groups = groupsOf([...old.keys()], [...now.keys()])
  const keptIn = (aspect: Aspect, must: (values: Block['values']) => boolean): ReadonlySet<string> => {
    const own = told[aspect].filter((each) => since.indexOf(each) >= first)
    const blocks = groups.map((values) => blockOf(aspect, cut, values, own))
    const kept = keptOf(blocks, aspect, k, (block) => must(block.values))
    return new Set([...kept].flatMap(({ values }) => values))
  }
  const whole = keptIn('legs', () => false)
  const parts = new Map<Aspect, ReadonlySet<string>>(
    PARTS.map((aspect) => [aspect, keptIn(aspect, ([value = '']) => standing.has(aspect) || whole.has(value))]),
  )
  // A value that is folded otherwise than before has no earlier figures of its own.
  const alone = new Set(groups.filter((values) => values.length === 1).flat())
  return [
    ...asKept(before.filter(({ v1 }) => whole.has(v1))),
    ...[...now]
      .filter(([value]) => !whole.has(value))
      .flatMap(([value, fresh]) =>
        withKept(
          fresh,
          alone.has(value) ? (old.get(value) ?? []) : [],
          (aspect) => parts.get(aspect)?.has(value) === true,
        ),
      ),
  ]
}

/** The values of a dimension in the new revision: those of its own cut, where it has one. */
function listed(cut: Cut, position: 0 | 1, after: readonly Figure[], ones: readonly Figure[]): readonly string[] {
  const dimension = CUTS[cut].by[position]
  const own = ones.filter(
    (figure) => dimensionsOf(figure.cut) === 1 && dimension !== undefined && CUTS[figure.cut].by[0] === dimension,
  )
  return own.length > 0 ? valuesOf(own, 'v1') : valuesOf(after, position === 0 ? 'v1' : 'v2')
}

const sameValues = (a: readonly string[], b: readonly string[]): boolean => a.join('\0') === b.join('\0')

/** A cut of two dimensions: each cell for itself, since nothing in it adds up; listed whole, as always. */
function reviseTwo(
  cut: Cut,
  after: readonly Figure[],
  ones: readonly Figure[],
  { k, since, told, standing }: Asked,
): readonly Figure[] {
  if (after.length === 0) return []
  const first = groupBy(lastOf(since, cut), cellKey)
  const now = groupBy(after, cellKey)
  const changedIn = (aspect: Aspect): ReadonlySet<string> =>
    new Set(
      told[aspect].flatMap(({ changed }) =>
        changed
          .filter((cell) => cell.aspect === aspect && cell.cut === cut && !tellsChange(aspect, cell, k))
          .map(cellKey),
      ),
    )
  const few = changedIn('legs')
  const parts = new Map<Aspect, ReadonlySet<string>>(PARTS.map((aspect) => [aspect, changedIn(aspect)]))
  const rows = listed(cut, 0, after, ones)
  const columns = listed(cut, 1, after, ones)
  // Where a dimension keeps the values of before, its `other` is that of before.
  const oldRows = !sameValues(rows, valuesOf(after, 'v1'))
  const oldColumns = !sameValues(columns, valuesOf(after, 'v2'))
  return rows.flatMap((v1) =>
    columns.flatMap((v2) => {
      const key = keyOf(v1, v2)
      const old = first.get(key)
      const folded = (oldRows && v1 === OTHER) || (oldColumns && v2 === OTHER)
      const fresh = folded ? undefined : now.get(key)
      if (old !== undefined && (few.has(key) || fresh === undefined)) return asKept(old)
      if (fresh === undefined) return [figureOfFew(cut, v1, v2)]
      return withKept(fresh, old ?? [], (aspect) => standing.has(aspect) || parts.get(aspect)?.has(key) === true)
    }),
  )
}

const countKept = (protocol: readonly ProtocolCut[], figures: readonly Figure[]): ProtocolCut[] =>
  protocol.map((entry) => {
    const kept = new Set(figures.filter((figure) => figure.cut === entry.cut && figure.kept).map(cellKey)).size
    return kept === 0 ? entry : { ...entry, by_rule: { ...entry.by_rule, kept } }
  })

/**
 * A reopened month is sealed again (design, section 8: Revision). The difference to what was published is a table of its
 * own: whoever holds both revisions can subtract them, so it must be as safe as they are.
 *
 * Where nothing was said of people before, there is nothing to subtract. Where nothing would be said now, what was said
 * stays. The environment changes with the revision; rooms are not persons.
 */
export function revise({ k, before, after, since }: Revision): Revised {
  const people = before.filter((figure) => figure.population === 'people')
  const unchanged: Revised = { figures: [...before], protocol: after.protocol, published: false }
  if (people.length === 0) return { ...after, published: !same(before, after.figures) }
  if (!after.safe) return unchanged
  const environment = after.figures.filter((figure) => figure.population === 'environment')
  const tenants = since.map(({ changed }) => changed.find(({ aspect, cut }) => aspect === 'legs' && cut === 'tenant'))
  if (tenants.at(-1) === undefined) {
    const figures = [...inOrder([...people, ...environment])]
    return { figures, protocol: countKept(after.protocol, figures), published: !same(before, figures) }
  }
  // Enough must have changed since each revision: what was taken back of an earlier change may leave a few.
  if (!tenants.every((tenant) => tenant === undefined || tellsChange('legs', tenant, k))) return unchanged
  const asked = askedOf(k, since)
  const ones = PEOPLE_CUTS.filter((cut) => dimensionsOf(cut) < 2).flatMap((cut) => {
    const now = of(after.figures, cut)
    return cut === 'tenant'
      ? withKept(now, of(people, cut), (aspect) => asked.standing.has(aspect))
      : reviseOne(cut, now, asked)
  })
  const twos = PEOPLE_CUTS.filter((cut) => dimensionsOf(cut) === 2).flatMap((cut) =>
    reviseTwo(cut, of(after.figures, cut), ones, asked),
  )
  const figures = [...inOrder([...ones, ...twos, ...environment])]
  return { figures, protocol: countKept(after.protocol, figures), published: true }
}
