import { counted, seconds } from './numbers-nl.ts'
import type { RollupWords } from './rollup.ts'

const UNITS = { day: 'dagen', hour: 'uur', minute: 'min', second: 's' } as const

export const ROLLUP_NL: RollupWords = {
  head: {
    tenant: 'klant',
    fresh: 'actueel tot',
    ran: 'laatste keer',
    took: 'duurde',
    days: 'dagen geteld',
    frozen: 'vast tot en met',
    swaps: 'nog te wisselen',
    drift: 'controle',
    drifted: 'dagen met verschil',
  },
  took: seconds,
  ago: (count, unit) => `${count} ${UNITS[unit]} geleden`,
  never: (tenant) => `Van ${tenant} is nog niets geteld. Het tellen is nog niet begonnen.`,
  fresh: (ago) => `Alles is geteld wat tot ${ago} is opgeslagen.`,
  stage: (days, last) => `${counted(days, 'dag', 'dagen')} klaar, de laatste is ${last}`,
  ran: ({ tenantId: tenant, days, rows, ms }, shown) => {
    const received = counted(rows, 'nieuwe waarneming', 'nieuwe waarnemingen')
    if (days.length === 0) return `${tenant}: er valt niets te tellen (${received}, ${seconds(ms)}).`
    const more = days.length > shown ? ` en nog ${days.length - shown}` : ''
    const named = `${days.slice(0, shown).join(', ')}${more}`
    return `${tenant}: ${counted(days.length, 'dag', 'dagen')} geteld in ${seconds(ms)}, ${received}: ${named}`
  },
}
