import { Link } from 'react-router'
import { useMay } from '../../../client/session.tsx'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { recordsText } from '../records-text.ts'
import { useBase } from '../use-base.ts'
import { calendarPicture } from './calendar-picture.ts'
import { CalendarTable } from './calendar-table.tsx'
import { heldText } from './held-text.ts'
import { RecordVersions } from './record-versions.tsx'

/** What is held, month by month, and one record in all its versions. */
export function HeldTab() {
  const text = useText(heldText)
  const { base, assessmentId } = useBase()
  const may = useMay()
  const holdings = useAnswer('readHoldings', {})
  const assessment = useAnswer('readAssessment', { params: { assessmentId } })
  useTitle(useText(recordsText).held)
  const { answer, problem } = holdings
  if (answer === null) return problem === null ? <Waiting rows={8} /> : <ProblemNotice problem={problem} onAgain={holdings.renew} /> // prettier-ignore
  const { periodFrom = null, periodTo = null } = assessment.answer ?? {}
  const { months, rows, absent } = calendarPicture(answer, { from: periodFrom, to: periodTo })
  const toImport = may('records.import') ? <Link to={`${base}/import`}>{text.next}</Link> : null
  return (
    <>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={holdings.renew} />}
      <section className="rec-part" aria-labelledby="rec-months">
        <div className="sec-head">
          <h2 id="rec-months">{text.title}</h2>
        </div>
        {rows.length === 0 ? (
          <p className="lead">
            {text.nothing}
            {toImport}
          </p>
        ) : (
          <>
            <p className="note">{text.legend}</p>
            <CalendarTable months={months} rows={rows} />
            <p className="cap">
              {answer.calendarVersion === null ? null : text.calendar(answer.calendarVersion)}
              {text.digest} <code className="rec-digest">{answer.digest}</code>
            </p>
          </>
        )}
      </section>
      {absent.length === 0 || rows.length === 0 ? null : (
        <section className="rec-part" aria-labelledby="rec-absent">
          <div className="sec-head">
            <h2 id="rec-absent">{text.absentTitle}</h2>
          </div>
          <p className="note">
            {text.absentLead} {toImport}
          </p>
          <dl className="rec-absent">
            {absent.map(({ dataSet, chinese, meaning }) => (
              <div key={dataSet}>
                <dt>{chinese}</dt>
                <dd className="cap">{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {may('record.open') ? <RecordVersions held={rows} /> : null}
    </>
  )
}
