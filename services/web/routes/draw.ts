/** Which page draws which view. */
import { accountPage } from '../pages/account.tsx'
import { apiPage } from '../pages/api/api.tsx'
import { comparePage } from '../pages/compare/compare.tsx'
import { cutPage } from '../pages/cut.tsx'
import { faultPage } from '../pages/fault.tsx'
import { loginPage, welcomePage } from '../pages/login.tsx'
import { monthsPage } from '../pages/months.tsx'
import { notYetPage } from '../pages/not-yet.tsx'
import { accountsPage } from '../pages/office/accounts.tsx'
import { findingPage } from '../pages/office/finding.tsx'
import { operationsPage } from '../pages/office/operations.tsx'
import { portfolioPage } from '../pages/office/portfolio.tsx'
import { privacyPage } from '../pages/privacy/overview.tsx'
import { protocolPage } from '../pages/privacy/protocol.tsx'
import { registerPage } from '../pages/privacy/register.tsx'
import { reportPage } from '../pages/report/report.tsx'
import type {
  AccountsView,
  AccountView,
  ApiView,
  Chrome,
  CompareView,
  CutView,
  ErrorView,
  FindingView,
  LoginView,
  MonthsView,
  NotYetView,
  OperationsView,
  PortfolioView,
  PrivacyView,
  ProtocolView,
  RegisterView,
  ReportView,
  WelcomeView,
} from '../pages/views.ts'

/** @returns a whole HTML document */
type Draw<View> = (chrome: Chrome, view: View) => string

interface Pages {
  readonly login: Draw<LoginView>
  readonly welcome: Draw<WelcomeView>
  readonly account: Draw<AccountView>
  readonly months: Draw<MonthsView>
  readonly notYet: Draw<NotYetView>
  readonly report: Draw<ReportView>
  readonly cut: Draw<CutView>
  readonly compare: Draw<CompareView>
  readonly finding: Draw<FindingView>
  readonly portfolio: Draw<PortfolioView>
  readonly operations: Draw<OperationsView>
  readonly accounts: Draw<AccountsView>
  readonly privacy: Draw<PrivacyView>
  readonly protocol: Draw<ProtocolView>
  readonly register: Draw<RegisterView>
  readonly api: Draw<ApiView>
  readonly fault: Draw<ErrorView>
}

export const draw: Pages = {
  login: loginPage,
  welcome: welcomePage,
  account: accountPage,
  months: monthsPage,
  notYet: notYetPage,
  report: reportPage,
  cut: cutPage,
  compare: comparePage,
  finding: findingPage,
  portfolio: portfolioPage,
  operations: operationsPage,
  accounts: accountsPage,
  privacy: privacyPage,
  protocol: protocolPage,
  register: registerPage,
  api: apiPage,
  fault: faultPage,
}
