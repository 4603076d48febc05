import type { RollupWords } from './rollup.ts'

const UNITS = { day: 'days', hour: 'h', minute: 'min', second: 's' } as const

export const ROLLUP_EN: RollupWords = {
  head: {
    tenant: 'tenant',
    fresh: 'fresh until',
    ran: 'last run',
    took: 'took',
    days: 'days rebuilt',
    frozen: 'frozen up to',
    swaps: 'open swaps',
    drift: 'drift check',
    drifted: 'drifted days',
  },
  took: (ms) => `${(ms / 1_000).toFixed(1)} s`,
  ago: (count, unit) => `${count} ${UNITS[unit]} ago`,
  never: (tenant) => `Nothing of ${tenant} has been counted yet: rollup has not run.`,
  fresh: (ago) => `Everything is counted that was stored until ${ago}.`,
  stage: (days, last) => `${days} days done, the last ${last}`,
  ran: ({ tenantId: tenant, days, rows, ms }, shown) => {
    const seconds = (ms / 1_000).toFixed(1)
    if (days.length === 0) return `${tenant}: nothing to rebuild (${rows} new observations, ${seconds} s).`
    const more = days.length > shown ? ` and ${days.length - shown} more` : ''
    const named = `${days.slice(0, shown).join(', ')}${more}`
    return `${tenant}: ${days.length} ${days.length === 1 ? 'day' : 'days'} rebuilt in ${seconds} s, ${rows} new observations: ${named}`
  },
}
