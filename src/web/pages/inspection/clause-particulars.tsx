import { Checkbox, Input, Select } from 'antd'
import type { Clause } from '../../../core/rubric/clause.ts'
import { antecedentsOf, levelsOf, needsMeasure } from '../../../core/rubric/clause-needs.ts'
import type { InspectionRecord } from '../../offline/inspection-record.ts'
import { useText } from '../../text/language.tsx'
import { inspectionText } from './inspection-text.ts'

/** What some clauses must know before they have a price. */
export function ClauseParticulars({
  clause,
  draft,
  onChange,
}: {
  readonly clause: Clause
  readonly draft: InspectionRecord
  readonly onChange: (part: Partial<InspectionRecord>) => void
}) {
  const text = useText(inspectionText)
  const levels = levelsOf(clause)
  const requirements = antecedentsOf(clause)
  return (
    <>
      {needsMeasure(clause) ? (
        <label className="row">
          <span className="l">{text.measured}</span>
          <Input
            size="large"
            inputMode="decimal"
            value={draft.measured}
            placeholder={text.measuredHint}
            onChange={({ target }) => onChange({ measured: target.value.trim() })}
          />
        </label>
      ) : null}
      {levels.length > 0 ? (
        <label className="row">
          <span className="l">{text.level}</span>
          <Select
            size="large"
            value={draft.level}
            aria-label={text.level}
            options={levels.map((level) => ({ value: level, label: level }))}
            onChange={(level) => onChange({ level })}
          />
        </label>
      ) : null}
      {requirements.length > 0 ? (
        <fieldset className="row col">
          <legend className="l">{text.unmet}</legend>
          {requirements.map((requirement, place) => (
            <Checkbox
              key={requirement}
              checked={draft.unmet.includes(place)}
              onChange={({ target }) =>
                onChange({
                  unmet: target.checked
                    ? [...draft.unmet, place].sort((one, other) => one - other)
                    : draft.unmet.filter((one) => one !== place),
                })
              }
            >
              {requirement}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
    </>
  )
}
