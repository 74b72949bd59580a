import { Button, Input } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import { useSearchParams } from 'react-router'
import { findDataSet, findField } from '../../../../core/records/data-sets.ts'
import type { DataSetName } from '../../../../core/records/data-set.ts'
import type { Answered } from '../../../client/call.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import type { CalendarRow } from './calendar-picture.ts'
import { heldText } from './held-text.ts'

/** Which record is looked at stands in the address: `?set=ratings&record=city/R1`. */
export function RecordVersions({ held }: { readonly held: readonly CalendarRow[] }) {
  const text = useText(heldText)
  const ids = useId()
  const [search, setSearch] = useSearchParams()
  const [set, setSet] = useState(search.get('set') ?? held[0]?.dataSet ?? '')
  const [key, setKey] = useState(search.get('record') ?? '')
  const asked = { set: findDataSet(search.get('set') ?? '')?.name ?? null, key: search.get('record') ?? '' }
  const { answer, problem, isWaiting } = useAnswer(
    'readVersions',
    asked.set === null || asked.key === '' ? null : { params: { dataSet: asked.set }, query: { recordKey: asked.key } },
  )
  if (held.length === 0) return null
  const open = (event: FormEvent) => {
    event.preventDefault()
    setSearch({ set, record: key.trim() })
  }
  return (
    <section className="rec-part" aria-labelledby={`${ids}title`}>
      <div className="sec-head">
        <h2 id={`${ids}title`}>{text.versionsTitle}</h2>
      </div>
      <p className="note">{text.versionsLead}</p>
      <form className="rec-find" onSubmit={open}>
        <label htmlFor={`${ids}set`}>{text.dataSet}</label>
        <select id={`${ids}set`} className="rec-select" value={set} onChange={({ target }) => setSet(target.value)}>
          {held.map(({ dataSet, chinese }) => (
            <option key={dataSet} value={dataSet}>
              {chinese}
            </option>
          ))}
        </select>
        <label htmlFor={`${ids}key`}>{text.recordKey}</label>
        <Input
          id={`${ids}key`}
          value={key}
          placeholder={text.recordKeyHint}
          maxLength={300}
          onChange={({ target }) => setKey(target.value)}
        />
        <Button htmlType="submit" disabled={key.trim().length < 3}>
          {text.open}
        </Button>
      </form>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {isWaiting ? <Waiting rows={6} /> : null}
      {answer === null || problem !== null || asked.set === null ? null : (
        <Versions dataSet={asked.set} versions={answer.versions} />
      )}
    </section>
  )
}

type Row = Answered<'readVersions'>['versions'][number]

/** Fields down, versions across; what a version changed stands out in it. */
function Versions({ dataSet, versions }: { readonly dataSet: DataSetName; readonly versions: readonly Row[] }) {
  const text = useText(heldText)
  const set = findDataSet(dataSet)
  const names = [...new Set(versions.flatMap((row) => Object.keys(row)))].filter((name) =>
    versions.some((row) => row[name] !== null),
  )
  return (
    <div className="rec-wide" tabIndex={0} role="group" aria-label={text.versionsTitle}>
      <table className="tbl rec-dense">
        <thead>
          <tr>
            <th scope="col">{text.field}</th>
            {versions.map((row) => (
              <th key={String(row['version'])} scope="col">
                {text.version(String(row['version']))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">
                {(set === null ? null : findField(set, name)?.chinese) ?? ''} <code>{name}</code>
              </th>
              {versions.map((row, at) => {
                const before = versions[at - 1]
                const isChanged = before !== undefined && before[name] !== row[name] && isOfSource(name)
                return (
                  <td key={String(row['version'])}>
                    {isChanged ? <b>{row[name]}</b> : row[name]}
                    {isChanged ? <small className="cap"> {text.changed}</small> : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Its number and its own reference differ in every version: that says nothing. */
function isOfSource(name: string): boolean {
  return name !== 'version' && name !== 'record_ref' && name !== 'import_id'
}
