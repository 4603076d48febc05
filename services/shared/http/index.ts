/**
 * HTTP servers: where they listen, what they bound, how they fail, what they count. Knows nothing of meetings.
 *
 * Enters: listener settings and routes of a service. Leaves: problems (RFC 9457), health, metrics. May fail: a listener
 * that would speak clear text beyond this machine is refused at the start (UserError).
 */
export { openListener } from './listener.ts'
export { createMetrics } from './metrics.ts'
