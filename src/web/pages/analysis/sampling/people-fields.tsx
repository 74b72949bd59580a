import { Checkbox, InputNumber, Select } from 'antd'
import type { PersonId } from '../../../../core/kernel/identifiers.ts'
import { useText } from '../../../text/language.tsx'
import { StackTable } from '../../../ui/stack-table.tsx'
import type { Draft, DraftInspector, Ground } from './drafted-design.ts'
import { samplingText } from './sampling-text.ts'

/** Who goes, how often a day, and from where each is kept away. */
export function PeopleFields({
  draft: { inspectors },
  ground,
  onInspectors,
}: {
  readonly draft: Draft
  readonly ground: Ground
  readonly onInspectors: (inspectors: readonly DraftInspector[]) => void
}) {
  const text = useText(samplingText)
  const alter = (personId: PersonId, part: Partial<DraftInspector>) =>
    onInspectors(inspectors.map((one) => (one.personId === personId ? { ...one, ...part } : one)))
  return (
    <StackTable
      rows={inspectors}
      keyOf={({ personId }) => personId}
      className="sampling-people"
      columns={[
        {
          head: text.inspector,
          cell: ({ personId, name, centerId, isGoing }) => (
            <Checkbox checked={isGoing} onChange={({ target }) => alter(personId, { isGoing: target.checked })}>
              {name}
              {centerId === null ? null : (
                <small className="cap">
                  {text.ownCenter(ground.centers.find((one) => one.centerId === centerId)?.name ?? centerId)}
                </small>
              )}
            </Checkbox>
          ),
          isName: true,
        },
        {
          head: text.perDay,
          label: text.perDay,
          cell: ({ personId, name, visitsPerDay }) => (
            <InputNumber
              size="small"
              min={1}
              max={20}
              precision={0}
              aria-label={`${name} ${text.perDay}`}
              value={visitsPerDay}
              onChange={(given) => alter(personId, { visitsPerDay: given ?? 1 })}
            />
          ),
        },
        {
          head: text.recused,
          label: text.recused,
          cell: ({ personId, name, recusedFrom }) => (
            <Select
              mode="multiple"
              size="small"
              className="sampling-recused"
              aria-label={`${name} ${text.recused}`}
              optionFilterProp="label"
              value={[...recusedFrom]}
              options={ground.centers.map((one) => ({ value: one.centerId, label: one.name }))}
              onChange={(chosen) => alter(personId, { recusedFrom: chosen })}
            />
          ),
        },
      ]}
    />
  )
}
