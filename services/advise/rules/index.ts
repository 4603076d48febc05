/** All rules, in the order in which a customer reads them: the data's health first. */
import { RULES, type RuleId } from '../../../schemas/finding.ts'
import type { Rule } from '../rule.ts'
import { siteQuality } from './a01-site-quality.ts'
import { change } from './a08-change.ts'
import { model } from './b01-model.ts'
import { software } from './b02-software.ts'
import { waitingAlone } from './e02-waiting-alone.ts'
import { failedJoins } from './e03-failed-joins.ts'
import { ungraded } from './g01-ungraded.ts'
import { silentSource } from './g02-silence.ts'
import { noSite } from './g03-no-site.ts'

const BY_ID: Readonly<Record<RuleId, Rule>> = {
  G01: ungraded,
  G02: silentSource,
  G03: noSite,
  A01: siteQuality,
  A08: change,
  B01: model,
  B02: software,
  E02: waitingAlone,
  E03: failedJoins,
}

export const ALL_RULES: readonly Rule[] = RULES.map((id) => BY_ID[id])
