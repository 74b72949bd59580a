import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { AddCalendar } from './add-calendar.tsx'
import { administrationText } from './administration-text.ts'
import { CalendarPicture } from './calendar-picture.tsx'

/** 工作日历: every version that deadlines were counted with. One that is kept is never changed. */
export function CalendarsTab() {
  const text = useText(administrationText)
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const { answer, problem, renew } = useAnswer('listCalendars', {})
  return (
    <section aria-labelledby="administration-calendars">
      <div className="sec-head">
        <h2 id="administration-calendars">{text.calendars}</h2>
        <span className="cap">{text.calendarsCap}</span>
      </div>
      {may('calendar.manage') ? (
        <p className="administration-go no-print">
          <Button type="primary" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
            {text.addCalendar}
          </Button>
        </p>
      ) : null}
      {isAdding ? <AddCalendar onDone={() => setAdding(false)} /> : null}
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null && problem === null ? <Waiting rows={12} /> : null}
      {answer?.calendars.length === 0 ? <p className="administration-none">{text.noCalendars}</p> : null}
      {answer?.calendars
        .toSorted((one, other) => (one.from < other.from ? 1 : -1))
        .map((calendar) => (
          <article key={`${calendar.version} ${calendar.from}`} className="administration-calendar">
            <h3>
              {calendar.version}{' '}
              <span className="cap fig">
                {calendar.from} – {calendar.to}
              </span>
            </h3>
            <CalendarPicture calendar={calendar} />
          </article>
        ))}
      <p className="administration-key cap">
        <span>
          <i className="rest" aria-hidden="true" /> {text['day-rest']}
        </span>
        <span>
          <i className="weekend" aria-hidden="true" /> {text['day-weekend']}
        </span>
        <span>
          <b>{text.workMark}</b> {text['day-exchange']}
        </span>
      </p>
    </section>
  )
}
