import { useState } from 'react'
import { useParams } from 'react-router'
import { id, type AssessmentId, type FindingId } from '../../core/kernel/identifiers.ts'
import { DATA_SETS } from '../../core/records/data-sets.ts'
import type { Answered } from '../client/call.ts'
import { useMay } from '../client/session.tsx'
import { useAnswer } from '../client/use-answer.ts'
import { useText } from '../text/language.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { scoreSheetText } from './score-sheet-text.ts'

/** The records that show a suspicion. They are about citizens: read only when asked for, since each reading is logged. */
export function CaseRecords({ findingId, count }: { readonly findingId: string; readonly count: number }) {
  const text = useText(scoreSheetText)
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  if (count === 0) return <span className="cap">{text.noRecords}</span>
  if (!may('finding.records')) return <span className="cap">{text.hiddenRecords(count)}</span>
  if (isOpen) return <Records findingId={findingId} />
  return (
    <button type="button" className="btn sm" onClick={() => setOpen(true)}>
      {text.showRecords(count)}
    </button>
  )
}

function Records({ findingId }: { readonly findingId: string }) {
  const text = useText(scoreSheetText)
  const { assessmentId } = useParams()
  const params = { assessmentId: id<AssessmentId>(assessmentId ?? ''), findingId: id<FindingId>(findingId) }
  const { answer, problem, renew } = useAnswer('readFindingRecords', { params, query: { limit: 20 } })
  if (problem !== null) return <ProblemNotice problem={problem} onAgain={renew} />
  return (
    <div className="case-records">
      {answer?.records.map((one) => (
        <dl key={one.ref}>
          <dt className="vh">{text.record}</dt>
          <dd>
            <code>{one.ref}</code>
            {one.isCurrent ? null : <span className="open"> {text.corrected}</span>}
          </dd>
          {one.record === null ? (
            <dd className="open">{text.noSuchRecord}</dd>
          ) : (
            <Fields record={one.record} of={one.ref} />
          )}
        </dl>
      ))}
    </div>
  )
}

type Row = NonNullable<Answered<'readFindingRecords'>['records'][number]['record']>

/** Under the names that the data set gives its fields; what is empty, and what the store keeps beside them, is left out. */
function Fields({ record, of }: { readonly record: Row; readonly of: string }) {
  const dataSet = DATA_SETS.find(({ name }) => of.startsWith(`${name}/`))
  return Object.entries(record).flatMap(([name, value]) => {
    if (value === null || value === '') return []
    const field = dataSet?.fields.find((one) => one.name === name)
    if (dataSet !== undefined && field === undefined) return []
    return (
      <div key={name}>
        <dt>{field?.chinese ?? name}</dt>
        <dd>{String(value)}</dd>
      </div>
    )
  })
}
