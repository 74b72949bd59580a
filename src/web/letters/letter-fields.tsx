import { Input } from 'antd'
import { useId } from 'react'
import { useText } from '../text/language.tsx'
import type { LetterDraft, LetterField } from './letter-draft.ts'
import { letterText } from './letter-text.ts'

interface Fields {
  readonly draft: LetterDraft
  readonly onChange: (field: LetterField, text: string) => void
}

/** What only the office knows of a letter. What is rare is folded away. */
export function LetterFieldsForm({ hasRequirements, ...fields }: Fields & { readonly hasRequirements: boolean }) {
  const text = useText(letterText)
  return (
    <div className="letter-fields">
      <Line {...fields} field="issuer" hint={text.issuerHint} />
      <Line {...fields} field="number" hint={text.numberHint} />
      <Line {...fields} field="addressees" hint={text.addresseesHint} />
      <Line {...fields} field="office" />
      <Line {...fields} field="date" type="date" />
      <Line {...fields} field="contact" />
      <Line {...fields} field="phone" />
      {hasRequirements ? <Lines {...fields} field="requirements" rows={4} /> : null}
      <details>
        <summary>{text.more}</summary>
        <Line {...fields} field="signer" />
        <Lines {...fields} field="copiesTo" rows={2} />
        <Line {...fields} field="printedBy" />
        <Line {...fields} field="printedOn" type="date" />
      </details>
    </div>
  )
}

function Line({
  draft,
  onChange,
  field,
  hint,
  type = 'text',
}: Fields & { readonly field: LetterField; readonly hint?: string; readonly type?: 'text' | 'date' }) {
  const text = useText(letterText)
  const id = useId()
  return (
    <div className="letter-field">
      <label htmlFor={id}>{text[field]}</label>
      <Input
        id={id}
        type={type}
        maxLength={200}
        {...(hint === undefined ? {} : { placeholder: hint })}
        value={draft[field] ?? ''}
        onChange={({ target }) => onChange(field, target.value)}
      />
    </div>
  )
}

function Lines({ draft, onChange, field, rows }: Fields & { readonly field: LetterField; readonly rows: number }) {
  const text = useText(letterText)
  const id = useId()
  return (
    <div className="letter-field">
      <label htmlFor={id}>{text[field]}</label>
      <Input.TextArea
        id={id}
        rows={rows}
        maxLength={1000}
        value={draft[field] ?? ''}
        onChange={({ target }) => onChange(field, target.value)}
      />
    </div>
  )
}
