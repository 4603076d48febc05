/** Puts together what seals months: rollup counts, disclosure decides, advise speaks, privacy keeps the log. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { createAdvice } from '../advise/index.ts'
import { createSealing, type Sealing } from '../disclosure/index.ts'
import { createAudit } from '../privacy/index.ts'
import { createSealedLegs, createUnions, type Rollup } from '../rollup/index.ts'
import type { Engine } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import type { Logger } from '../shared/logger.ts'

const PACKAGE = new URL('../../package.json', import.meta.url)

export interface ComposeParts {
  readonly engine: Engine
  readonly control: Control
  readonly clock: Clock
  readonly logger: Logger
  readonly rollup: Pick<Rollup, 'run' | 'alone'>
}

export function composeSealing({ engine, control, clock, logger, rollup }: ComposeParts): Sealing {
  const audit = createAudit(control, clock)
  const advice = createAdvice({ engine, control, clock, logger, audit: (entry, tx) => audit.write(entry, tx) })
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(PACKAGE, 'utf8')))
  return createSealing({
    engine,
    control,
    clock,
    logger,
    facts: {
      ...createSealedLegs(engine),
      unionsOf: createUnions(engine),
      run: (tenantId) => rollup.run({ tenantId }),
      alone: (work) => rollup.alone(work),
    },
    audit: (entry, tx) => audit.write(entry, tx),
    codeVersion: version,
    onSealed: (...of) => advice.adviseMonth(...of),
  })
}
