/** What the parts of a report are drawn from. */
import type { Cut } from '../../../../schemas/cube.ts'
import type { NumberCell, Section, Table } from '../../reports/report.ts'
import { totalOf } from '../parts/rate-plot.tsx'
import type { Says } from '../says.ts'
import type { ReportView } from '../views.ts'

export interface PartProps {
  readonly view: ReportView
  readonly says: Says
  readonly k: number
  readonly section: (id: string) => Section | undefined
  /** A table of any section; undefined where nothing of it is published. */
  readonly table: (id: Cut | 'days' | 'days_site') => Table | undefined
  /** The rate of all people together; null where it is not a single number. */
  readonly total: (measure: string) => NumberCell | null
}

export function createPart(view: ReportView, says: Says): PartProps {
  const { sections, k } = view.report
  const tables = new Map(sections.flatMap((section) => section.tables).map((table) => [table.id, table]))
  return {
    view,
    says,
    k,
    section: (id) => sections.find((section) => section.id === id),
    table: (id) => tables.get(id),
    total: (measure) => totalOf(tables.get('tenant'), measure),
  }
}
