import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Asked } from '../../client/call.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StackTable } from '../../ui/stack-table.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { accessText } from './access-text.ts'
import { administrationText } from './administration-text.ts'

type Query = NonNullable<Asked<'readAccessLog'>['query']>
type Result = NonNullable<Query['result']>

const LIMIT = 50

/** 访问日志: the newest first; earlier ones page by page, and back. */
export function AccessLogTab() {
  const text = useText(administrationText)
  const names = useText(accessText)
  const [cursors, setCursors] = useState<readonly string[]>([])
  const [result, setResult] = useState<Result | ''>('')
  const cursor = cursors.at(-1)
  const { answer, problem, renew } = useAnswer('readAccessLog', {
    query: { limit: LIMIT, ...(cursor === undefined ? {} : { cursor }), ...(result === '' ? {} : { result }) },
  })
  const people = useAnswer('listPeople', { query: { limit: 200 } }).answer?.people
  const nameOf = (personId: string | null) =>
    personId === null ? text.nobody : (people?.find((one) => one.personId === personId)?.name ?? personId)
  return (
    <section aria-labelledby="administration-log">
      <div className="sec-head">
        <h2 id="administration-log">{text['access-log']}</h2>
        <span className="cap">{text.newestFirst}</span>
      </div>
      <div className="administration-filter no-print">
        <Select<Result | ''>
          aria-label={text.result}
          value={result}
          onChange={(chosen) => {
            setResult(chosen)
            setCursors([])
          }}
          options={[
            { value: '', label: text.everyResult },
            { value: 'done', label: text['result-done'] },
            { value: 'refused', label: text['result-refused'] },
            { value: 'failed', label: text['result-failed'] },
          ]}
        />
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null && problem === null ? <Waiting rows={12} /> : null}
      {answer?.entries.length === 0 ? <p className="administration-none">{text.noEntries}</p> : null}
      {answer === null || answer.entries.length === 0 ? null : (
        <StackTable
          rows={answer.entries}
          keyOf={({ place }) => place}
          columns={[
            { head: text.when, className: 'fig nw', cell: ({ at }) => at.slice(0, 19).replace('T', ' ') },
            { head: text.who, className: 'nw', cell: ({ personId }) => nameOf(personId) },
            {
              head: text.did,
              className: 'nw',
              isName: true,
              cell: ({ action }) => names[action as keyof typeof names] ?? <span className="ref">{action}</span>,
            },
            {
              head: text.result,
              className: 'nw',
              cell: ({ result: came, reason }) => (
                <>
                  {came === 'done' ? text['result-done'] : <b>{text[`result-${came}`]}</b>}{' '}
                  {reason === null ? null : <span className="cap ref">{reason}</span>}
                </>
              ),
            },
            {
              head: text.about,
              label: text.about,
              className: 'administration-long',
              cell: ({ subject }) => (subject === null ? null : nameOf(subject)),
            },
            { head: text.from, className: 'ref', cell: ({ address }) => address },
          ]}
        />
      )}
      <p className="administration-go no-print">
        <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
          {text.newer}
        </Button>
        <Button
          disabled={answer?.next == null}
          onClick={() => answer?.next != null && setCursors([...cursors, answer.next])}
        >
          {text.earlier}
        </Button>
        <span className="cap">{text.page(cursors.length + 1)}</span>
      </p>
    </section>
  )
}
