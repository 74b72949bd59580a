import { Input } from 'antd'
import { useId, useState } from 'react'
import { exposedFields } from '../../../../core/records/check-profile.ts'
import type { DataSetName } from '../../../../core/records/data-set.ts'
import { DATA_SETS, dataSet } from '../../../../core/records/data-sets.ts'
import type { Problem } from '../../../client/problem.ts'
import { useText } from '../../../text/language.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import type { Draft, DraftChange, DraftGround, Unanswered } from './draft.ts'
import { FieldRow } from './field-row.tsx'
import { mappingText } from './mapping-text.ts'

/** Column and field beside each other. What only a person can say is marked, counted, and must be answered. */
export function MappingForm({
  draft,
  ground,
  open,
  openCount,
  isKnownId,
  guessProblem,
  onChange,
  onDataSet,
}: {
  readonly draft: Draft
  readonly ground: DraftGround
  readonly open: readonly Unanswered[]
  readonly openCount: number
  readonly isKnownId: boolean
  readonly guessProblem: Problem | null
  readonly onChange: (change: DraftChange) => void
  readonly onDataSet: (dataSet: DataSetName) => void
}) {
  const text = useText(mappingText)
  const ids = useId()
  const [isAll, setAll] = useState(true)
  const { profile } = draft
  const set = dataSet(profile.dataSet)
  const exposed = exposedFields(profile)
  const openFields = new Set(open.map(({ field }) => field))
  const fields = isAll ? set.fields : set.fields.filter(({ name }) => openFields.has(name))
  const uncertain = draft.notes.find(({ code }) => code === 'data-set-uncertain')
  return (
    <section className="rec-part" aria-labelledby={`${ids}title`}>
      <div className="sec-head">
        <h2 id={`${ids}title`}>{text.title}</h2>
        <span className={openCount === 0 ? 'cap' : 'cap open'} role="status">
          {openCount === 0 ? text.allSaid : text.open(openCount)}
        </span>
      </div>
      <p className="lead">{text.lead}</p>
      <div className="rec-named">
        <label htmlFor={`${ids}set`}>{text.dataSetLabel}</label>
        <select
          id={`${ids}set`}
          className="rec-select"
          value={profile.dataSet}
          onChange={({ target }) => onDataSet(target.value as DataSetName)}
        >
          {DATA_SETS.map(({ name, chinese }) => (
            <option key={name} value={name}>
              {chinese}
            </option>
          ))}
        </select>
        <span className="cap">{set.meaning}</span>
        <label htmlFor={`${ids}id`}>{text.idLabel}</label>
        <Input
          id={`${ids}id`}
          value={profile.id}
          maxLength={100}
          onChange={({ target }) =>
            onChange({ kind: 'named', name: 'id', value: target.value.replaceAll(/[\s/]/g, '') })
          }
        />
        <span className="cap">{isKnownId ? text.isKnownId : text.idHint}</span>
      </div>
      {guessProblem === null ? null : <ProblemNotice problem={guessProblem} />}
      {uncertain === undefined ? null : <p className="rec-open">{uncertain.message}</p>}
      {open.map(({ field, message }) =>
        field === null ? (
          <p key={message} className="rec-open">
            {message}
          </p>
        ) : null,
      )}
      {open.length === 0 ? null : (
        <button type="button" className="btn sm" aria-pressed={!isAll} onClick={() => setAll(!isAll)}>
          {isAll ? text.showOpen : text.showAll}
        </button>
      )}
      <div className="rec-wide">
        <table role="table" className="tbl rec-map">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {text.field}
              </th>
              <th role="columnheader" scope="col">
                {text.from}
              </th>
              <th role="columnheader" scope="col">
                {text.how}
              </th>
              <th role="columnheader" scope="col">
                {text.privacy}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {fields.map((field) => (
              <FieldRow
                key={field.name}
                field={field}
                mapping={profile.columns[field.name] ?? null}
                open={open.filter((one) => one.field === field.name)}
                notes={draft.notes.filter((note) => note.field === field.name)}
                ground={ground}
                onChange={onChange}
              />
            ))}
          </tbody>
        </table>
      </div>
      {profile.ignored.length === 0 ? null : (
        <div className={draft.agreesToIgnore ? 'rec-ignored' : 'rec-ignored rec-open'}>
          <p>
            {text.ignored}
            <b>{profile.ignored.join(' · ')}</b>
          </p>
          <label>
            <input
              type="checkbox"
              checked={draft.agreesToIgnore}
              onChange={({ target }) => onChange({ kind: 'agree', agrees: target.checked })}
            />{' '}
            {text.agree}
          </label>
        </div>
      )}
      {exposed.length === 0 ? null : (
        <p className="rec-open">{text.exposed(exposed.map(({ chinese }) => chinese).join(' · '))}</p>
      )}
    </section>
  )
}
