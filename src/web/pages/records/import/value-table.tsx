import { Button, Input } from 'antd'
import { useState } from 'react'
import { codesOf } from '../../../../core/records/code-sets.ts'
import type { Field } from '../../../../core/records/data-set.ts'
import { ELSEWHERE, OTHERS, TO_BE_SAID, type FieldMapping } from '../../../../core/records/import-profile.ts'
import { useText } from '../../../text/language.tsx'
import type { DraftChange, DraftGround } from './draft.ts'
import { mappingText } from './mapping-text.ts'

/**
 * What the source writes and what it means. A digit means only what words prove; whatever the file does not prove stands
 * first and open. Centers that are named by their own name are folded away.
 */
export function ValueTable({
  field,
  mapping,
  ground,
  onChange,
}: {
  readonly field: Field
  readonly mapping: FieldMapping
  readonly ground: DraftGround
  readonly onChange: (change: DraftChange) => void
}) {
  const text = useText(mappingText)
  const { name, chinese, kind } = field
  const entries = Object.entries(mapping.values ?? {})
  const open = entries.filter(([, to]) => to === TO_BE_SAID)
  const said = entries.filter(([, to]) => to !== TO_BE_SAID)
  const meanings = meaningsOf(field, ground, text.elsewhere)
  const table = (rows: readonly (readonly [string, string])[]) => (
    <table className="rec-values">
      <thead className="vh">
        <tr>
          <th scope="col">{text.writes}</th>
          <th scope="col">{text.means}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([from, to]) => (
          <tr key={from}>
            <th scope="row">{from === OTHERS ? text.others : from}</th>
            <td>
              <select
                className={to === TO_BE_SAID ? 'rec-select is-asked' : 'rec-select'}
                aria-label={`${chinese} ${text.meaningOf(from === OTHERS ? text.others : from)}`}
                value={to}
                onChange={({ target }) => onChange({ kind: 'value', field: name, from, to: target.value })}
              >
                <option value={TO_BE_SAID}>{text.pick}</option>
                {meanings.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  return (
    <>
      {kind.kind === 'code' ? (
        <LabelColumn field={field} mapping={mapping} ground={ground} onChange={onChange} />
      ) : null}
      {entries.length === 0 && kind.kind === 'code' ? <p className="cap">{text.byWords}</p> : null}
      {open.length === 0 ? null : table(open)}
      {said.length === 0 ? null : (
        <details open={kind.kind === 'code' && said.length <= 12}>
          <summary className="cap">{text.known(said.length)}</summary>
          {table(said)}
        </details>
      )}
      <AddValue
        label={text.newValue(chinese)}
        onValue={(from) => onChange({ kind: 'value', field: name, from, to: TO_BE_SAID })}
      />
    </>
  )
}

function LabelColumn({
  field: { name, chinese },
  mapping,
  ground,
  onChange,
}: {
  readonly field: Field
  readonly mapping: FieldMapping
  readonly ground: DraftGround
  readonly onChange: (change: DraftChange) => void
}) {
  const text = useText(mappingText)
  const own = mapping.from.kind === 'column' ? mapping.from.header : ''
  return (
    <label className="rec-label">
      <span className="cap">{text.labelColumn}</span>
      <select
        className="rec-select"
        aria-label={text.labelOf(chinese)}
        value={mapping.labelColumn ?? ''}
        onChange={({ target }) =>
          onChange({ kind: 'label', field: name, header: target.value === '' ? null : target.value })
        }
      >
        <option value="">{text.noLabel}</option>
        {ground.header
          .filter((column) => column !== '' && column !== own)
          .map((column) => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
      </select>
    </label>
  )
}

function AddValue({ label, onValue }: { readonly label: string; readonly onValue: (value: string) => void }) {
  const text = useText(mappingText)
  const [value, setValue] = useState<string | null>(null)
  if (value === null)
    return (
      <button type="button" className="rec-link" onClick={() => setValue('')}>
        {text.addValue}
      </button>
    )
  const add = () => {
    if (value.trim() !== '') onValue(value.trim())
    setValue(null)
  }
  return (
    <span className="rec-add">
      <Input
        size="small"
        autoFocus
        value={value}
        maxLength={200}
        aria-label={label}
        onChange={({ target }) => setValue(target.value)}
        onPressEnter={add}
      />
      <Button size="small" onClick={add}>
        {text.add}
      </Button>
    </span>
  )
}

function meaningsOf(
  { name, kind }: Field,
  { centers }: DraftGround,
  elsewhere: string,
): readonly (readonly [string, string])[] {
  if (kind.kind === 'code') return codesOf(kind.codes).map(({ code, labels: [label] }) => [code, label])
  const known = centers.map(({ id, name: center }) => [id, center] as const)
  return name === 'center_id' ? known : [...known, [ELSEWHERE, elsewhere] as const]
}
