/** Which page draws which view. */
import { accountPage } from '../pages/account.tsx'
import { comparePage } from '../pages/compare/compare.tsx'
import { cutPage } from '../pages/cut.tsx'
import { faultPage } from '../pages/fault.tsx'
import { loginPage, welcomePage } from '../pages/login.tsx'
import { monthsPage } from '../pages/months.tsx'
import { reportPage } from '../pages/report/report.tsx'
import type {
  AccountsView,
  AccountView,
  Chrome,
  CompareView,
  CutView,
  ErrorView,
  FindingView,
  LoginView,
  MonthsView,
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
  readonly fault: Draw<ErrorView>
}

const plain =
  (title: string) =>
  (chrome: Chrome, view: unknown): string =>
    `<!doctype html><html lang="${chrome.language}"><title>${title}</title><pre>${escaped(JSON.stringify({ chrome, view }, replacer, 1))}</pre></html>`

function replacer(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

export const draw: Pages = {
  login: loginPage,
  welcome: welcomePage,
  account: accountPage,
  months: monthsPage,
  report: reportPage,
  cut: cutPage,
  compare: comparePage,
  finding: plain('finding'),
  portfolio: plain('portfolio'),
  operations: plain('operations'),
  accounts: plain('accounts'),
  privacy: plain('privacy'),
  protocol: plain('protocol'),
  register: plain('register'),
  fault: faultPage,
}
