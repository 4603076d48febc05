/** A month of which every measure of every cut is published: what fills most pages. Drawn from a fixed seed. */
import { CUT_NAMES, CUTS } from '../../../../schemas/cube.ts'
import { DAY_MEASURES, type DayFigure, type Figure, FIGURE_NAMES, FIGURES } from '../../../../schemas/published.ts'
import type { Language, ReportInput } from '../../../../services/web/index.ts'
import { inventedMonth } from '../reports/invented.ts'

const SITES = ['Utrecht Centraal', 'Amersfoort Stationsplein', 'Den Haag', '’s-Hertogenbosch Paleiskwartier', 'Zwolle']
const VALUES: Readonly<Record<string, readonly string[]>> = {
  site: [...SITES.map((_, index) => `site-${index}`), 'remote', 'other'],
  platform: ['pexip', 'cms'],
  network: ['wired', 'wifi', 'unknown'],
  transport: ['udp', 'tcp'],
  model: ['Webex Room Kit', 'Pexip Infinity Connect for Windows', 'other'],
  software: ['11.1.4', 'other'],
  size: ['1', '2', '3-5', '21+'],
  weekday: ['mon', 'tue', 'weekend'],
  hour: ['08', '09', '10', 'outside'],
  room: ['room-1', 'room-2', 'room-3'],
}

/** @returns the input of a report; about one cell of two dimensions in five is hidden, one rate in twelve only bounded */
export function denseMonth(language: Language): ReportInput {
  const draw = drawing(20_261_130)
  const figures = CUT_NAMES.flatMap((cut) => {
    const [first = '', second = ''] = CUTS[cut].by
    return (VALUES[first] ?? ['']).flatMap((v1) =>
      (VALUES[second] ?? ['']).flatMap((v2): readonly Figure[] => {
        const key = { population: CUTS[cut].population, cut, v1, v2, kept: draw() < 0.05 }
        if (second !== '' && draw() < 0.2) return [{ ...key, measure: 'size', mark: 'few', ...NOTHING }]
        return FIGURE_NAMES.filter((name) => FIGURES[name].in !== (second === '' ? 'two' : 'one')).map((measure) => ({
          ...key,
          measure,
          ...numbers(measure, draw),
        }))
      }),
    )
  })
  const days = Array.from({ length: 31 }, (_, day) => `2026-10-${String(day + 1).padStart(2, '0')}`).flatMap((day) =>
    ['', ...SITES.map((_, index) => `site-${index}`)].flatMap((site) =>
      DAY_MEASURES.map((measure): DayFigure => ({
        day,
        site,
        measure,
        mark: 'shown',
        value: Math.round(draw() * 1_000),
      })),
    ),
  )
  return inventedMonth({
    language,
    figures,
    days,
    names: {
      sites: new Map(SITES.map((name, index) => [`site-${index}`, name])),
      rooms: new Map(['1', '2', '3'].map((number) => [`room-${number}`, `Zaal ${number}`])),
    },
  })
}

const NOTHING = { value: null, low: null, high: null } as const
const MOST: Readonly<Partial<Record<string, number>>> = { permille: 200, us: 90_000, mp: 3_000, c: 450 }

function numbers(measure: Figure['measure'], draw: () => number): Pick<Figure, 'mark' | 'value' | 'low' | 'high'> {
  const { unit } = FIGURES[measure]
  const value = Math.round(draw() * (MOST[unit] ?? 3_000))
  if (unit !== 'permille') return { mark: 'shown', ...NOTHING, value }
  if (draw() < 1 / 12) return { mark: 'at_most', ...NOTHING, value: 50 }
  if (measure === 'alone_time_rate') return { mark: 'shown', ...NOTHING, value }
  return { mark: 'shown', value, low: Math.round(value * 0.8), high: Math.round(value * 1.25) }
}

/** Lehmer's generator (Park and Miller, 1988). */
function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
