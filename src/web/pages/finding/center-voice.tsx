import { id, type AssessmentId } from '../../../core/kernel/identifiers.ts'
import type { LedgerEvent } from '../../../core/ledger/ledger-event.ts'
import { CenterActs } from '../../center-acts/center-acts.tsx'
import { useText } from '../../text/language.tsx'
import { EvidenceFigures } from '../../ui/evidence-figures.tsx'
import { findingText } from './finding-text.ts'
import { answersIn, objectionsIn } from '../../../core/ledger/objections.ts'
import { RectificationReview } from './rectification-review.tsx'
import { eventsOf, shortTime, type ShownFinding } from './shown-finding.ts'

/** The second voice: the center's reply, its appeals each with the answer to every objection, its putting right. */
export function CenterVoice({ shown, assessmentId }: { readonly shown: ShownFinding; readonly assessmentId: string }) {
  const text = useText(findingText)
  const { history } = shown
  const replies = eventsOf(history, 'FindingAccepted', 'FindingContested')
  const last = replies.at(-1)
  return (
    <article className="finding-voice">
      <header>
        <h2>{text.center}</h2>
        {last === undefined ? null : (
          <span className="cap">
            {last.type === 'FindingAccepted' ? text.accepted : text.contested} {shortTime(last.actedAt)}
          </span>
        )}
      </header>
      {replies.length === 0 ? <p className="note">{silence(shown, text)}</p> : null}
      {replies.map((reply) => (
        <div key={reply.seq}>
          <p className="finding-say">{reply.statement === '' ? text.accepted : reply.statement}</p>
          <EvidenceFigures
            evidence={reply.type === 'FindingContested' ? reply.evidence : []}
            assessmentId={assessmentId}
          />
        </div>
      ))}
      {eventsOf(history, 'AppealFiled').map((appeal) => (
        <AppealPart key={appeal.appealId} appeal={appeal} history={history} assessmentId={assessmentId} />
      ))}
      <RectificationPart shown={shown} assessmentId={assessmentId} />
      <CenterActs
        finding={shown.finding}
        version={shown.version}
        today={shown.today}
        assessmentId={id<AssessmentId>(assessmentId)}
      />
    </article>
  )
}

function silence({ finding, today }: ShownFinding, text: (typeof findingText)['zh']): string {
  if (finding.replyBy === null) return text.notTold
  const { lastDay } = finding.replyBy
  return today <= lastDay ? text.noReplyUntil(lastDay) : text.replyOver(lastDay)
}

const OUTCOMES = { FindingUpheld: 'upheld', FindingVaried: 'varied', FindingReversed: 'reversed' } as const

function AppealPart({
  appeal,
  history,
  assessmentId,
}: {
  readonly appeal: Extract<LedgerEvent, { readonly type: 'AppealFiled' }>
  readonly history: readonly LedgerEvent[]
  readonly assessmentId: string
}) {
  const text = useText(findingText)
  const answer = eventsOf(history, 'FindingUpheld', 'FindingVaried', 'FindingReversed').find(
    ({ appealId }) => appealId === appeal.appealId,
  )
  const objections = objectionsIn(appeal.grounds)
  const answers = answer === undefined ? null : answersIn(answer.reason, objections.length)
  return (
    <section className="finding-part">
      <h3>
        {text.appeal} <span className="cap">{shortTime(appeal.actedAt)}</span>
      </h3>
      <ol className="finding-objections">
        {objections.map((objection, place) => (
          <li key={objection}>
            <p>{objection}</p>
            {answers === null ? null : <p className="finding-answer">{answers[place]}</p>}
          </li>
        ))}
      </ol>
      <EvidenceFigures evidence={appeal.evidence} assessmentId={assessmentId} />
      {answer === undefined ? (
        <p className="note">{text.appealPending}</p>
      ) : (
        <p className="note">
          {text.reviewer} {text[OUTCOMES[answer.type]]} {shortTime(answer.actedAt)}
          {answers === null ? `　${answer.reason}` : null}
        </p>
      )}
    </section>
  )
}

function RectificationPart({ shown, assessmentId }: { readonly shown: ShownFinding; readonly assessmentId: string }) {
  const text = useText(findingText)
  const steps = eventsOf(
    shown.history,
    'RectificationPlanned',
    'RectificationSubmitted',
    'RectificationReturned',
    'RectificationAccepted',
  )
  if (steps.length === 0) return null
  return (
    <section className="finding-part">
      <h3>{text.rectification}</h3>
      {steps.map((step) => (
        <div key={step.seq}>
          <p>
            <span className="cap">{shortTime(step.actedAt)}</span>{' '}
            {step.type === 'RectificationPlanned'
              ? `${text.measures}：${step.measures}　${text.rectifyBy(step.dueBy.lastDay)}`
              : step.type === 'RectificationSubmitted'
                ? `${text.submitted}：${step.statement}`
                : step.type === 'RectificationReturned'
                  ? `${text.returned}：${step.reason}`
                  : text.rectified}
          </p>
          <EvidenceFigures
            evidence={step.type === 'RectificationSubmitted' ? step.evidence : []}
            assessmentId={assessmentId}
          />
        </div>
      ))}
      <RectificationReview shown={shown} assessmentId={assessmentId} />
    </section>
  )
}
