/**
 * The import check of design section 4: `cli → processes → services → schemas`, everything → `services/shared`, a
 * service reaches another only through its `index.ts` and only along the named edges. Fails when it looked at no files.
 */
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'

const SERVICES = [
  'ingest',
  'store',
  'rollup',
  'disclosure',
  'advise',
  'privacy',
  'accounts',
  'web',
  'simulator',
] as const
type Service = (typeof SERVICES)[number]

/** Which service may use which, through its `index.ts`. */
const EDGES: Readonly<Partial<Record<Service, readonly Service[]>>> = {
  web: ['disclosure', 'advise', 'privacy', 'accounts'],
  advise: ['disclosure'],
  privacy: ['accounts', 'ingest'],
}

const rules: IForbiddenRuleType[] = [
  { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'schemas-import-nothing-of-ours',
    severity: 'error',
    from: { path: '^schemas/' },
    to: { path: '^(services|test)/' },
  },
  {
    name: 'shared-knows-nothing-of-meetings',
    severity: 'error',
    from: { path: '^services/shared/' },
    to: { path: '^services/(?!shared/)', pathNot: '^services/shared/' },
  },
  {
    name: 'nothing-imports-web-cli-processes',
    severity: 'error',
    from: { path: `^services/(${SERVICES.join('|')}|shared)/` },
    to: { path: '^services/(cli|processes)/' },
  },
  {
    name: 'only-cli-imports-processes',
    severity: 'error',
    from: { path: '^services/processes/' },
    to: { path: '^services/cli/' },
  },
  {
    name: 'product-imports-no-test',
    severity: 'error',
    from: { path: '^(services|schemas)/' },
    to: { path: '^test/' },
  },
  {
    name: 'keys-are-for-ingest',
    comment: 'invariant I10: only ingest holds keys',
    severity: 'error',
    from: { pathNot: '^(services/ingest/|services/processes/|services/cli/|test/)' },
    to: { path: '^services/ingest/keys/' },
  },
  {
    name: 'ingest-has-no-clickhouse',
    comment: 'invariant I10: ingest has no ClickHouse credential',
    severity: 'error',
    from: { path: '^services/ingest/' },
    to: { path: '^services/shared/clickhouse/|@clickhouse|node_modules/chdb' },
  },
  ...SERVICES.map((service): IForbiddenRuleType => {
    const allowed = EDGES[service] ?? []
    const reachable = allowed.length === 0 ? '' : `|^services/(${allowed.join('|')})/index\\.ts$`
    return {
      name: `edges-of-${service}`,
      severity: 'error',
      from: { path: `^services/${service}/` },
      to: { path: `^services/(${SERVICES.join('|')})/`, pathNot: `^services/${service}/${reachable}` },
    }
  }),
]

const result = await cruise(
  ['services', 'schemas', 'test'],
  {
    ruleSet: { forbidden: rules },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.node', '.d.ts'],
    },
  },
  undefined,
  { tsConfig: undefined },
)

const { modules, summary } = result.output as ICruiseResult
const ours = modules.filter((module) => /^(services|schemas)\//u.test(module.source))
if (ours.length < 50) {
  process.stderr.write(`The import check saw ${ours.length} modules of ours: it is not looking at the code.\n`)
  process.exit(1)
}
for (const violation of summary.violations) {
  process.stderr.write(`${violation.rule.name}: ${violation.from} -> ${violation.to}\n`)
}
if (summary.error > 0) process.exit(1)
process.stdout.write(
  `Imports go one way: ${ours.length} modules, ${summary.totalDependenciesCruised ?? 0} imports, 0 violations.\n`,
)
