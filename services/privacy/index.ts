/**
 * Privacy: requests, erasure, objection, retention, audit and evidence. For now the audit log, and the evidence that
 * anybody may ask for: what one stored observation looks like, how many legs there are, and how sound they are.
 *
 * Enters: questions of the privacy officer, and what others write into the audit log. Leaves: rows without an
 * identifier. May fail: EngineError, and AppError `unavailable` where the control store cannot be written.
 * Keeps: I8 (a question names its tenant), I10 (besides rollup it alone reads `observations` and `call_legs`).
 */
export { type Audit, createAudit } from './audit.ts'
export { arrivalsSince, healthBySource, observationShown, type SourceArrivals, type SourceHealth } from './evidence.ts'
