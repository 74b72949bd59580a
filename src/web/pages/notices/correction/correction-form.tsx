import { Button, Form, Input, Radio, Select } from 'antd'
import { checkCorrections } from '../../../../core/rubric/check-corrections.ts'
import type { Clause } from '../../../../core/rubric/clause.ts'
import { termsOf } from '../../../../core/rubric/clause-terms.ts'
import type { AskedCorrection } from '../../../../core/rubric/correction.ts'
import { priceInWords } from '../../../../core/rubric/price-in-words.ts'
import type { Rubric } from '../../../../core/rubric/rubric.ts'
import { useText } from '../../../text/language.tsx'
import { fieldOf, fieldsOf, writtenCorrection, type CorrectionFields } from './correction-fields.ts'
import { correctionText } from './correction-text.ts'

/** What a person reads in a sentence, beside what the compiler read in it. Nothing is sent: it goes with the adoption. */
export function CorrectionForm({
  clause,
  read,
  before,
  name,
  onGive,
  onCancel,
}: {
  /** As the compiler read it. */
  readonly clause: Clause
  readonly read: Rubric
  readonly before: AskedCorrection | null
  readonly name: string
  readonly onGive: (correction: AskedCorrection) => void
  readonly onCancel: () => void
}) {
  const text = useText(correctionText)
  const [form] = Form.useForm<CorrectionFields>()
  const terms = termsOf(clause)
  const first = fieldsOf(terms, before?.given ?? null, before?.reason ?? '')
  const machine = fieldsOf(terms, null, '')
  const now = Form.useWatch((values: CorrectionFields) => values, { form, preserve: true }) ?? first
  const kind = now.kind ?? first.kind
  const isPriced = kind !== 'requirement' && kind !== 'no-rule'
  const amount = now.amount ?? first.amount
  const cap = now.cap ?? first.cap
  const others = (['earn', 'zero', 'veto'] as const).filter((one) => one === terms.direction)
  const give = () => {
    const fields: CorrectionFields = { ...first, ...(form.getFieldsValue(true) as Partial<CorrectionFields>) }
    const written = writtenCorrection(clause, fields)
    const faults = written.ok
      ? checkCorrections(read, [written.correction]).map(({ code, message }) => ({
          at: fieldOf(code, fields),
          // People cite the clause as the notice numbers it.
          message: message.replace(clause.id, name),
        }))
      : written.wrong.map((at) => ({ at, message: text.notPoints }))
    const missing = fields.reason.trim() === '' ? [{ at: 'reason' as const, message: text.reasonMissing }] : []
    const told = [...faults.filter(({ at }) => at !== 'reason'), ...missing]
    form.setFields(FIELDS.map((at) => ({ name: at, errors: told.filter((one) => one.at === at).map(({ message }) => message) })))
    const [fault] = told
    if (fault !== undefined) form.focusField(fault.at)
    else if (written.ok) onGive(written.correction)
  }
  return (
    <Form
      form={form}
      name={`correct-${clause.id}`}
      layout="vertical"
      size="small"
      className="correction-form"
      aria-label={text.correctOf(name)}
      initialValues={first}
      onFinish={give}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <blockquote lang="zh-Hans">{clause.quote}</blockquote>
      <p className="cap">{text.readAs(priceInWords(clause))}</p>
      <Form.Item name="kind" label={text.kind} extra={text.readAs(text[terms.direction])}>
        <Radio.Group
          options={[
            { value: 'deduct', label: text.deduct },
            { value: 'bonus', label: text.bonus },
            ...others.map((one) => ({ value: one, label: text[one] })),
            { value: 'requirement', label: text.requirement },
            { value: 'no-rule', label: text.noRule },
          ]}
        />
      </Form.Item>
      {isPriced ? (
        <>
          <Form.Item
            name="amount"
            label={text.amount}
            extra={text.readAs(priceInWords({ ...terms, per: [], perSpan: null, cap: null }))}
          >
            <Radio.Group
              options={[
                ...(machine.amount === 'as-read' ? [{ value: 'as-read', label: text.asRead }] : []),
                { value: 'fixed', label: text.fixed },
                { value: 'range', label: text.range },
                { value: 'unspecified', label: text.unspecified },
              ]}
            />
          </Form.Item>
          {amount === 'fixed' ? <Figure name="points" label={text.points} /> : null}
          {amount === 'range' ? (
            <div className="correction-pair">
              <Figure name="min" label={text.min} />
              <Figure name="max" label={text.max} />
            </div>
          ) : null}
          <div className="correction-pair">
            <Form.Item
              name="units"
              label={text.units}
              extra={`${text.readAs(terms.per.join('、') || text.none)}。${text.unitsHint}`}
            >
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item name="span" label={text.span} extra={`${text.readAs(terms.perSpan ?? text.none)}。${text.spanHint}`}>
              <Input maxLength={8} autoComplete="off" />
            </Form.Item>
          </div>
          <Form.Item name="cap" label={text.cap} extra={text.readAs(capInWords())}>
            <Radio.Group
              options={[
                { value: 'silent', label: text.capSilent },
                { value: 'points', label: text.capPoints },
                { value: 'none', label: text.capNone },
              ]}
            />
          </Form.Item>
          {cap === 'points' ? (
            <div className="correction-pair">
              <Figure name="capPoints" label={text.capAmount} />
              <Form.Item name="capOver" label={text.capOver}>
                <Select
                  getPopupContainer={(inside: HTMLElement) => inside.parentElement ?? inside}
                  options={[
                    ...(machine.capOver === 'as-read' ? [{ value: 'as-read', label: text.asRead }] : []),
                    ...(['clause', 'item', 'section', 'month', 'year'] as const).map((one) => ({
                      value: one,
                      label: text[one],
                    })),
                  ]}
                />
              </Form.Item>
            </div>
          ) : null}
        </>
      ) : null}
      <Form.Item name="reason" label={text.reason} extra={text.reasonHint} required>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <p className="notices-acts">
        <Button type="primary" htmlType="submit">
          {text.give}
        </Button>
        <Button type="text" onClick={onCancel}>
          {text.cancel}
        </Button>
      </p>
    </Form>
  )

  function capInWords(): string {
    const read = terms.cap
    if (read === null) return text.capSilent
    return read.kind === 'none' ? text.capNone : (clause.cap?.phrase ?? text.capPoints)
  }
}

const FIELDS = ['kind', 'amount', 'points', 'min', 'max', 'units', 'span', 'cap', 'capPoints', 'capOver', 'reason'] as const

function Figure({ name, label }: { readonly name: 'points' | 'min' | 'max' | 'capPoints'; readonly label: string }) {
  return (
    <Form.Item name={name} label={label}>
      <Input inputMode="decimal" autoComplete="off" maxLength={10} />
    </Form.Item>
  )
}
