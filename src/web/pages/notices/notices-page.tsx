import { Link } from 'react-router'
import { useMay } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { StackTable } from '../../ui/stack-table.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import './notices.css'
import { noticesText } from './notices-text.ts'

/** The rubrics that were adopted, and the ways to another. */
export function NoticesPage() {
  const text = useText(noticesText)
  const may = useMay()
  const { answer, problem, renew } = useAnswer('listRubrics', {})
  useTitle(text.title)
  return (
    <main className="wrap">
      <div className="head">
        <div>
          <h1>{text.title}</h1>
          {answer === null ? null : (
            <p className="lead">{answer.rubrics.length === 0 ? text.none : text.lead(answer.rubrics.length)}</p>
          )}
        </div>
        <div className="notices-acts">
          {may('rubric.adopt') ? <Link to="/notices/new">{text.compileNew}</Link> : null}
          <Link to="/notices/compare">{text.compare}</Link>
        </div>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null ? (
        problem === null ? (
          <Waiting rows={3} />
        ) : null
      ) : answer.rubrics.length === 0 ? null : (
        <StackTable
          rows={answer.rubrics}
          keyOf={({ rubricDigest }) => rubricDigest}
          columns={[
            { head: text.noticeTitle, isName: true, cell: ({ title }) => title },
            { head: text.number, className: 'nw', cell: ({ noticeNumber }) => noticeNumber },
            { head: text.year, label: text.year, className: 'fig', cell: ({ year }) => year },
            { head: text.name, label: text.name, className: 'ref', cell: ({ rubricId }) => rubricId },
            {
              head: text.digest,
              label: text.digest,
              cell: ({ rubricDigest }) => <code title={rubricDigest}>{rubricDigest.slice(0, 8)}</code>,
            },
            ...(may('assessment.open')
              ? [
                  {
                    head: text.open,
                    className: 'r',
                    cell: ({ rubricDigest }: { readonly rubricDigest: string }) => (
                      <Link to={`/notices/open?rubric=${rubricDigest}`}>{text.open}</Link>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </main>
  )
}
