/**
 * Advise: what a month's figures come to, as findings with their evidence, and what each rule said where it found none
 * (design, section 9).
 *
 * Enters: cube and strata of a tenant's month, and what disclosure published of it. Leaves: findings about groups that
 * are published, each like a two-dimensional cell; texts of them in Dutch and English. May fail: EngineError, and
 * AppError `unavailable` where the control store cannot be read or written.
 * Keeps: I5 (a finding names nothing that is not shown), I9 (rule version and profile stand in each finding), I10 (it
 * reads cube and strata, never legs).
 */
export { createAdvice } from './advice.ts'
export { advise } from './advise.ts'
export { createFollowUp, type FollowUp, statesAfter } from './follow-up.ts'
export type { AdviseInput, DayCell, SourceDay } from './input.ts'
export { type RegisteredRule, registerOfRules } from './register.ts'
export { findingText, type Language, LANGUAGES, ruleText, shownEffect, silenceText } from './text/index.ts'
