import { Button } from 'antd'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../core/kernel/points.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import type { Answered } from '../../client/call.ts'
import { useMay } from '../../client/session.tsx'
import { useAct } from '../../client/use-act.ts'
import { useDraftPlace } from '../../client/use-draft-place.ts'
import { useText } from '../../text/language.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useKeptState } from '../../ui/use-kept-state.ts'
import { PointsChange } from '../../ui/score-figures.tsx'
import { eventsOf, shortTime } from '../finding/shown-finding.ts'
import { isApprovalDraft, type ApprovalDraft } from './approval-draft.ts'
import { ApprovalForm } from './approval-form.tsx'
import { bonusText } from './bonus-text.ts'

type ShownBonus = Answered<'readBonus'>

/** The second voice: what was decided, or the form to decide it. */
export function ApprovalPanel({
  shown,
  rubric,
  assessmentId,
  onBehind,
}: {
  readonly shown: ShownBonus
  readonly rubric: Rubric
  readonly assessmentId: AssessmentId
  /** What is shown is no longer what is so. */
  readonly onBehind: () => void
}) {
  const text = useText(bonusText)
  const may = useMay()
  const say = useSay()
  const { bonus, version } = shown
  const fresh: ApprovalDraft = { decision: 'approve', occurrences: bonus.proposed, points: null, reason: '' }
  const [draft, setDraft] = useKeptState(useDraftPlace(assessmentId, bonus.bonusId, 'approval'), isApprovalDraft, fresh)
  const approve = useAct('approveBonus')
  const reject = useAct('rejectBonus')
  const problem = approve.problem ?? reject.problem
  const isOpen = bonus.standing === 'proposed'
  const unsent = draft.reason.trim()
  const send = async () => {
    const params = { assessmentId, bonusId: bonus.bonusId }
    const { occurrences, points, reason } = draft
    approve.forget()
    reject.forget()
    const told =
      draft.decision === 'approve'
        ? await approve.send({
            params,
            seen: version,
            body: { occurrences, points: points as never, reason: reason.trim() },
          })
        : await reject.send({ params, seen: version, body: { reason: reason.trim() } })
    if (!told.ok) return onBehind()
    setDraft(fresh)
    say(text.done)
  }
  return (
    <article className="finding-voice finding-office">
      <header>
        <h2>{text.assessor}</h2>
      </header>
      {isOpen ? null : <Decided shown={shown} />}
      {!isOpen && unsent !== '' ? (
        <section className="problem" role="alert">
          <p>{text.conflict}</p>
          <p className="note">{text.mine}</p>
          <blockquote>{unsent}</blockquote>
          <Button onClick={() => setDraft(fresh)}>{text.dropMine}</Button>
        </section>
      ) : null}
      {isOpen && !may('bonus.approve') ? <p className="note">{text.waiting}</p> : null}
      {isOpen && may('bonus.approve') ? (
        <>
          <ApprovalForm
            shown={shown}
            rubric={rubric}
            assessmentId={assessmentId}
            draft={draft}
            change={(part) => setDraft({ ...draft, ...part })}
            isSending={approve.isSending || reject.isSending}
            onSend={() => void send()}
          />
          {problem === null ? null : <ProblemNotice problem={problem} />}
        </>
      ) : null}
    </article>
  )
}

function Decided({ shown: { bonus, effect, history } }: { readonly shown: ShownBonus }) {
  const text = useText(bonusText)
  const event = eventsOf(history, 'BonusApproved', 'BonusRejected').at(-1)
  return (
    <section className="finding-decided">
      <p>
        <b>{bonus.standing === 'approved' ? text.approved(bonus.occurrences) : text.rejected}</b>
        {bonus.points === null ? null : <span className="nw">，{text.each(formatPoints(bonus.points))}</span>}
        {effect === null ? null : (
          <>
            {'　'}
            <PointsChange points={effect.now} />
          </>
        )}
      </p>
      {event === undefined ? null : <p className="cap">{shortTime(event.actedAt)}</p>}
      {bonus.reason === '' ? null : <p className="finding-say">{bonus.reason}</p>}
    </section>
  )
}
