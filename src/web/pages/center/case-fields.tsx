import { Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { parsePlainDate, type PlainDate } from '../../../core/kernel/plain-date.ts'
import { parseDecimal, type Rational } from '../../../core/kernel/rational.ts'
import { id, type ClauseId } from '../../../core/kernel/identifiers.ts'
import { antecedentsOf, levelsOf, needsMeasure } from '../../../core/rubric/clause-needs.ts'
import { findClause } from '../../../core/rubric/find-clause.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { useText } from '../../text/language.tsx'
import { someOf } from '../../ui/some-of.ts'
import { centerText } from './center-text.ts'
import { clauseChoices } from './clause-choices.ts'

/** What a bonus and a breach both say of a case, as the form holds it. */
export interface CaseFieldValues {
  readonly clauseId?: string
  readonly occurrences?: number | null
  readonly occurredOn?: Dayjs | null
  readonly measured?: string
  readonly level?: string
  readonly unmet?: readonly number[]
  readonly description?: string
}

/** Fields inside an antd form: the clause, how often, when, what its price needs, and the words. */
export function CaseFields({ rubric, what }: { readonly rubric: Rubric; readonly what: 'bonus' | 'breach' }) {
  const text = useText(centerText)
  const chosen = Form.useWatch<string | undefined>('clauseId')
  const clause = chosen === undefined ? null : findClause(rubric, id<ClauseId>(chosen))
  const levels = clause == null ? [] : levelsOf(clause)
  const requirements = clause == null || what === 'bonus' ? [] : antecedentsOf(clause)
  return (
    <>
      <Form.Item name="clauseId" label={text.clause} rules={[{ required: true, message: text.clauseMissing }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={text.clauseHint}
          options={clauseChoices(rubric, what).map((group) => ({ ...group, options: [...group.options] }))}
        />
      </Form.Item>
      {clause == null ? null : <blockquote className="center-quote">{clause.quote}</blockquote>}
      <div className="center-fields">
        <Form.Item name="occurredOn" label={text.occurredOn} rules={[{ required: true, message: text.dayMissing }]}>
          <DatePicker />
        </Form.Item>
        <Form.Item
          name="occurrences"
          label={clause == null || clause.per.length === 0 ? text.count : text.countOf(clause.per.join(''))}
          rules={[{ required: true, message: text.countMissing }]}
        >
          <InputNumber min={1} max={100_000} precision={0} />
        </Form.Item>
        {clause != null && needsMeasure(clause) ? (
          <Form.Item
            name="measured"
            label={text.measured}
            rules={[{ required: true, pattern: /^-?\d{1,9}(?:\.\d{1,6})?$/, message: text.measuredWrong }]}
          >
            <Input inputMode="decimal" />
          </Form.Item>
        ) : null}
        {levels.length === 0 ? null : (
          <Form.Item name="level" label={text.level} rules={[{ required: true, message: text.levelMissing }]}>
            <Select options={levels.map((level) => ({ value: level, label: level }))} />
          </Form.Item>
        )}
      </div>
      {requirements.length === 0 ? null : (
        <Form.Item name="unmet" label={text.unmet} rules={[{ validator: someOf(text.unmetMissing) }]}>
          <Checkbox.Group options={requirements.map((label, value) => ({ value, label }))} />
        </Form.Item>
      )}
      <Form.Item
        name="description"
        label={what === 'bonus' ? text.bonusWhat : text.breachWhat}
        rules={[{ required: true, whitespace: true, message: text.wordsMissing }]}
      >
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
    </>
  )
}

/** The same as the contracts take it; null where the clause or the day is missing, which the form does not let pass. */
export function caseSaid(fields: CaseFieldValues): {
  readonly clauseId: ClauseId
  readonly occurrences: number
  readonly occurredOn: PlainDate
  readonly measured: Rational | null
  readonly level: string | null
  readonly unmet: number[] | null
  readonly description: string
} | null {
  const { clauseId, occurrences, occurredOn, measured, level, unmet, description = '' } = fields
  const day = parsePlainDate(occurredOn?.format('YYYY-MM-DD') ?? '')
  if (clauseId === undefined || day === null) return null
  return {
    clauseId: id<ClauseId>(clauseId),
    occurrences: occurrences ?? 1,
    occurredOn: day,
    measured: measured === undefined || measured === '' ? null : parseDecimal(measured),
    level: level ?? null,
    unmet: unmet === undefined || unmet.length === 0 ? null : [...unmet].sort((one, other) => one - other),
    description: description.trim(),
  }
}
