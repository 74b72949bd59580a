import { Link } from 'react-router'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import { CenterActs } from '../../center-acts/center-acts.tsx'
import type { Answered } from '../../client/call.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { caseNumberText } from '../../ui/case-number-text.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { centerText } from './center-text.ts'
import type { CenterFindings } from './center-answers.ts'

type Todo = Answered<'listTodos'>['todos'][number]

/** 等本中心办的: the most pressing first, each with its working-day lamp, done here or on its own page. */
export function OurTurn({
  assessmentId,
  findings,
}: {
  readonly assessmentId: AssessmentId
  readonly findings: CenterFindings
}) {
  const text = useText(centerText)
  const { answer, problem, renew } = useAnswer('listTodos', { query: { assessmentId, limit: 200 } })
  return (
    <section id="center-turn" aria-labelledby="center-turn-head">
      <div className="sec-head">
        <h2 id="center-turn-head">{text.turn}</h2>
        <span className="cap">{answer === null ? null : text.turnCap(answer.total)}</span>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null && problem === null ? <Waiting rows={4} /> : null}
      {answer?.total === 0 ? <p className="center-none">{text.noTurn}</p> : null}
      <ol className="center-turn">
        {answer?.todos.map((todo) => (
          <Turn key={`${todo.kind} ${todo.ref}`} todo={todo} assessmentId={assessmentId} findings={findings} />
        ))}
      </ol>
    </section>
  )
}

function Turn({
  todo: { kind, ref, number, matter, clauseName, daysLeft, daysWaited, dueBy, link, text: sentence },
  assessmentId,
  findings: { byId, today },
}: {
  readonly todo: Todo
  readonly assessmentId: AssessmentId
  readonly findings: CenterFindings
}) {
  const text = useText(centerText)
  const numbers = useText(caseNumberText)
  const view = byId.get(ref ?? '')
  const step = text[kind as keyof typeof text]
  return (
    <li>
      <Lamp daysLeft={daysLeft} daysWaited={daysWaited} />
      <div>
        <p className="center-matter">
          <Link to={link}>{matter === null ? sentence : findingTitle(matter)}</Link>
        </p>
        <p className="cap">
          <b>{typeof step === 'string' ? step : ''}</b> {number === null ? null : `${numbers.number(number)} `}
          {clauseName === null ? null : <span className="ref">{clauseName}</span>}{' '}
          {dueBy === null ? null : text.until(dueBy)}
        </p>
        {view === undefined || today === null ? null : (
          <CenterActs finding={view.finding} version={view.version} today={today} assessmentId={assessmentId} />
        )}
      </div>
    </li>
  )
}
