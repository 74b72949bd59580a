import { Input } from 'antd'
import type { Field } from '../../../../core/records/data-set.ts'
import type { FieldMapping, Privacy } from '../../../../core/records/import-profile.ts'
import { useText } from '../../../text/language.tsx'
import { DateForms } from './date-forms.tsx'
import type { DraftChange, DraftGround, Note, Unanswered } from './draft.ts'
import { mappingText } from './mapping-text.ts'
import { ValueTable } from './value-table.tsx'

const PRIVACIES: readonly Privacy[] = ['keep', 'mask', 'drop']
/** No header is this: the choice of a value that is the same in every row. */
const CONSTANT = '\u0000constant'

/** One field: where it comes from, how it is written, what becomes of whom it names. */
export function FieldRow({
  field,
  mapping,
  open,
  notes,
  ground,
  onChange,
}: {
  readonly field: Field
  readonly mapping: FieldMapping | null
  readonly open: readonly Unanswered[]
  readonly notes: readonly Note[]
  readonly ground: DraftGround
  readonly onChange: (change: DraftChange) => void
}) {
  const text = useText(mappingText)
  const { name, chinese, kind, meaning, isRequired, personal } = field
  return (
    <tr role="row" className={open.length > 0 ? 'is-asked' : ''}>
      <th role="rowheader" scope="row">
        <span className="rec-field">
          {chinese}
          {isRequired ? <small className="cap"> {text.required}</small> : null}
        </span>
        <div className="cap">{meaning}</div>
      </th>
      <td role="cell">
        <FromWhere field={field} mapping={mapping} ground={ground} onChange={onChange} />
      </td>
      <td role="cell">
        {mapping !== null && (kind.kind === 'date' || kind.kind === 'time') ? (
          <DateForms
            label={text.formsOf(chinese)}
            forms={mapping.forms ?? []}
            onForms={(forms) => onChange({ kind: 'forms', field: name, forms })}
          />
        ) : null}
        {mapping !== null && (kind.kind === 'code' || kind.kind === 'center') && mapping.from.kind === 'column' ? (
          <ValueTable field={field} mapping={mapping} ground={ground} onChange={onChange} />
        ) : null}
        {shownOf(open, notes).map((message) => (
          <p key={message} className="rec-open">
            {message}
          </p>
        ))}
      </td>
      <td role="cell">
        {personal === null || mapping === null ? null : (
          <select
            className="rec-select"
            aria-label={text.privacyOf(chinese)}
            value={mapping.privacy}
            onChange={({ target }) => onChange({ kind: 'privacy', field: name, privacy: target.value as Privacy })}
          >
            {PRIVACIES.map((privacy) => (
              <option key={privacy} value={privacy}>
                {text[privacy]}
              </option>
            ))}
          </select>
        )}
      </td>
    </tr>
  )
}

/** While something is open, what the guess had to say of it: it knows the values together, and what a standard would make of them. */
function shownOf(open: readonly Unanswered[], notes: readonly Note[]): readonly string[] {
  const said = notes.filter(({ code }) => code === 'hour-missing').map(({ message }) => message)
  if (open.length === 0) return said
  const guessed = notes.find(({ code }) => code === 'codes-unproven' || code === 'center-unmatched')
  return [...(guessed === undefined ? open.map(({ message }) => message) : [guessed.message]), ...said]
}

function FromWhere({
  field: { name, chinese },
  mapping,
  ground,
  onChange,
}: {
  readonly field: Field
  readonly mapping: FieldMapping | null
  readonly ground: DraftGround
  readonly onChange: (change: DraftChange) => void
}) {
  const text = useText(mappingText)
  const constant = mapping?.from.kind === 'constant' ? mapping.from.value : null
  const header = mapping?.from.kind === 'column' ? mapping.from.header : ''
  const choose = (chosen: string) =>
    onChange(chosen === CONSTANT ? { kind: 'constant', field: name, value: '' } : { kind: 'column', field: name, header: chosen }) // prettier-ignore
  return (
    <>
      <select
        className="rec-select"
        aria-label={text.columnOf(chinese)}
        value={constant === null ? header : CONSTANT}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{text.notImported}</option>
        <option value={CONSTANT}>{text.constant}</option>
        {ground.header
          .filter((column) => column !== '')
          .map((column) => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
      </select>
      {constant === null ? null : (
        <Input
          value={constant}
          maxLength={200}
          aria-label={text.constantValue(chinese)}
          onChange={({ target }) => onChange({ kind: 'constant', field: name, value: target.value })}
        />
      )}
    </>
  )
}
