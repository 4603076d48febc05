/** Every route of pages and API. What is not here cannot be asked for. */
import { apiRoutes } from '../api/routes.ts'
import { accountRoutes } from './account.ts'
import { assetRoutes } from './assets.ts'
import { fileRoutes } from './files.ts'
import { findingRoutes } from './findings.ts'
import { formPages } from './forms.ts'
import { loginRoutes } from './login.ts'
import { operationsRoutes } from './operations.ts'
import { portfolioRoutes } from './portfolio.ts'
import { privacyRoutes } from './privacy.ts'
import { reportRoutes } from './report.ts'
import type { Route } from './route.ts'
import { welcomeRoutes } from './welcome.ts'

const PAGES: readonly Route[] = [
  ...assetRoutes,
  ...loginRoutes,
  ...welcomeRoutes,
  ...accountRoutes,
  ...portfolioRoutes,
  ...reportRoutes,
  ...fileRoutes,
  ...findingRoutes,
  ...operationsRoutes,
  ...privacyRoutes,
  ...apiRoutes,
]

export const ROUTES: readonly Route[] = [...PAGES, ...formPages(PAGES)]
