/** Every route of the API. */
import type { Route } from '../routes/route.ts'
import { cellRoutes } from './cells.ts'
import { docsRoutes } from './docs.ts'
import { findingRoutes } from './findings.ts'
import { periodRoutes } from './periods.ts'

const answering: readonly Route[] = [...periodRoutes, ...cellRoutes, ...findingRoutes]

export const apiRoutes: readonly Route[] = [...answering, ...docsRoutes(answering)]
