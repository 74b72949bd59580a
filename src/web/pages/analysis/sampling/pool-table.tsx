import { Input, InputNumber } from 'antd'
import { expectedVisits } from '../../../../core/analysis/sampling/expected-visits.ts'
import type { CenterId } from '../../../../core/kernel/identifiers.ts'
import type { PooledCenter } from '../../../../core/ledger/sampling-design.ts'
import { useText } from '../../../text/language.tsx'
import { StackTable } from '../../../ui/stack-table.tsx'
import type { Draft, Ground } from './drafted-design.ts'
import { samplingText } from './sampling-text.ts'

/** Stratum and weight of each center, with how often it would be drawn: on average, and at least and at most. */
export function PoolTable({
  draft,
  ground,
  onCenters,
}: {
  readonly draft: Draft
  readonly ground: Ground
  readonly onCenters: (centers: readonly PooledCenter[]) => void
}) {
  const text = useText(samplingText)
  const names = new Map(ground.centers.map(({ centerId, name }) => [centerId, name]))
  const nameOf = (centerId: CenterId) => names.get(centerId) ?? centerId
  const alter = (centerId: CenterId, part: Partial<PooledCenter>) =>
    onCenters(draft.centers.map((center) => (center.centerId === centerId ? { ...center, ...part } : center)))
  return (
    <StackTable
      rows={expectedVisits(draft)}
      keyOf={({ center }) => center.centerId}
      className="sampling-pool"
      columns={[
        { head: text.center, cell: ({ center }) => nameOf(center.centerId), isName: true, className: 'nw' },
        {
          head: text.stratum,
          label: text.stratum,
          cell: ({ center: { centerId, stratum } }) => (
            <Input
              size="small"
              maxLength={20}
              aria-label={`${nameOf(centerId)} ${text.stratum}`}
              value={stratum}
              onChange={({ target }) => alter(centerId, { stratum: target.value })}
            />
          ),
        },
        {
          head: text.weight,
          label: text.weight,
          cell: ({ center: { centerId, weight } }) => (
            <InputNumber
              size="small"
              min={0}
              max={1000}
              precision={0}
              aria-label={`${nameOf(centerId)} ${text.weight}`}
              value={weight}
              onChange={(given) => alter(centerId, { weight: given ?? 0 })}
            />
          ),
        },
        {
          head: text.why,
          label: text.why,
          cell: ({ center: { centerId, reason } }) => (
            <Input
              size="small"
              maxLength={200}
              aria-label={`${nameOf(centerId)} ${text.why}`}
              value={reason}
              onChange={({ target }) => alter(centerId, { reason: target.value })}
            />
          ),
        },
        {
          head: text.expected,
          label: text.expected,
          cell: ({ numerator, denominator }) => String(Math.round((100 * numerator) / denominator) / 100),
          className: 'num r',
        },
        {
          head: text.range,
          label: text.range,
          cell: ({ least, most }) => (least === most ? String(least) : `${least}–${most}`),
          className: 'num r',
        },
      ]}
    />
  )
}
