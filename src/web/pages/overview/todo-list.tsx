import { Link } from 'react-router'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../core/kernel/points.ts'
import type { Answered } from '../../client/call.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { caseNumberText } from '../../ui/case-number-text.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { overviewText } from './overview-text.ts'

type Todo = Answered<'listTodos'>['todos'][number]

const SHOWN = 7

/** What waits for the person, the most pressing first; each leads to where it is done. */
export function TodoList({ assessmentId }: { readonly assessmentId: AssessmentId }) {
  const text = useText(overviewText)
  const { answer, problem, renew } = useAnswer('listTodos', { query: { assessmentId, limit: SHOWN } })
  // Deadlines come first: where the first has none, nothing has.
  const isTimed = answer?.todos[0]?.daysLeft != null
  return (
    <section aria-labelledby="overview-mine">
      <div className="sec-head">
        <h2 id="overview-mine">{text.mine}</h2>
        {answer === null || answer.total === 0 ? null : (
          <span className="cap">{isTimed ? text.mineCap(answer.total) : text.mineCapUntimed(answer.total)}</span>
        )}
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null && problem === null ? <Waiting rows={SHOWN} /> : null}
      {answer?.total === 0 ? <p className="overview-none">{text.noneOfMine}</p> : null}
      {answer === null || answer.total === 0 ? null : (
        <>
          <ol className="overview-todo">
            {answer.todos.map((todo) => (
              <Row key={`${todo.kind} ${todo.ref}`} todo={todo} />
            ))}
          </ol>
          {answer.total > answer.todos.length ? (
            <p className="cap">
              <Link to={`/assessments/${assessmentId}/findings`}>
                {text.moreOfMine(answer.total - answer.todos.length)}
              </Link>
            </p>
          ) : null}
          {isTimed ? <LampKey /> : null}
        </>
      )}
    </section>
  )
}

function LampKey() {
  const text = useText(overviewText)
  return (
    <p className="overview-key">
      <span className="lamp">
        <i aria-hidden="true" />
        {text.ample}
      </span>
      <span className="lamp near">
        <i aria-hidden="true" />
        {text.near}
      </span>
      <span className="lamp over">
        <i aria-hidden="true" />
        {text.over2}
      </span>
    </p>
  )
}

function Row({ todo }: { readonly todo: Todo }) {
  const text = useText(overviewText)
  const numbers = useText(caseNumberText)
  const { kind, about, centerName, clauseName, matter, number, range, affects, daysLeft, daysWaited, link } = todo
  const place = centerName === null || matter?.startsWith(centerName) ? '' : centerName
  return (
    <li>
      <Lamp daysLeft={daysLeft} daysWaited={daysWaited} />
      <div>
        <Link to={about === 'assessment' ? `${link}/closing` : link}>
          {matter === null ? todo.text : place + matter}
        </Link>
        <p>
          <span>{stepSaid(text, kind, range !== null)}</span>
          {number === null ? null : <span className="nw">{numbers.number(number)}</span>}
          {clauseName === null ? null : <span className="ref">{clauseName}</span>}
          {range === null ? null : (
            <span className="open fig">
              {text.range(range.direction, `${formatPoints(range.min)}–${formatPoints(range.max)}`)}
            </span>
          )}
          {affects === null || affects === 0 ? null : <span className="fig">{text.affects(affects)}</span>}
        </p>
      </div>
    </li>
  )
}

function stepSaid(text: (typeof overviewText)['zh'], kind: string, isRanged: boolean): string {
  if (kind === 'finding-to-decide' && isRanged) return text['finding-to-decide-range']
  const said = text[kind as keyof typeof text]
  return typeof said === 'string' ? said : ''
}
