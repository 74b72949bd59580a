import { expectedVisits } from '../../../../core/analysis/sampling/expected-visits.ts'
import type { CenterId } from '../../../../core/kernel/identifiers.ts'
import { useText } from '../../../text/language.tsx'
import { StackTable } from '../../../ui/stack-table.tsx'
import type { Plan } from './plan-answer.ts'
import { samplingText } from './sampling-text.ts'

/** What each center's weight promised and what was drawn; the drawn ones only for who sees all of them. */
export function SharesTable({
  plan: { design, visits },
  nameOf,
}: {
  readonly plan: Plan
  readonly nameOf: (centerId: CenterId) => string
}) {
  const text = useText(samplingText)
  const isWhole = visits !== null && visits.length === design.visits
  const drawn = (centerId: CenterId) => (visits ?? []).filter(({ visit }) => visit.centerId === centerId).length
  return (
    <details className="sampling-shares">
      <summary>{text.pool}</summary>
      <StackTable
        rows={expectedVisits(design)}
        keyOf={({ center }) => center.centerId}
        columns={[
          { head: text.center, cell: ({ center }) => nameOf(center.centerId), isName: true, className: 'nw' },
          { head: text.stratum, label: text.stratum, cell: ({ center }) => center.stratum, className: 'nw' },
          { head: text.weight, label: text.weight, cell: ({ center }) => center.weight, className: 'num r' },
          { head: text.why, label: text.why, cell: ({ center }) => center.reason },
          {
            head: text.expected,
            label: text.expected,
            cell: ({ numerator, denominator }) => String(Math.round((100 * numerator) / denominator) / 100),
            className: 'num r',
          },
          {
            head: text.drawnCount,
            label: text.drawnCount,
            cell: ({ center }) => (isWhole ? drawn(center.centerId) : null),
            className: 'num r',
          },
        ]}
      />
    </details>
  )
}
