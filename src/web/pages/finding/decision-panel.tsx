import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { useMay, useSession } from '../../client/session.tsx'
import { useAct } from '../../client/use-act.ts'
import { useText } from '../../text/language.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { DecidedSummary } from './decided-summary.tsx'
import { freshDraft, modesOf, rebased, type Mode } from './decision-draft.ts'
import { DecisionForm } from './decision-form.tsx'
import { decisionText } from './decision-text.ts'
import type { ShownFinding } from './shown-finding.ts'
import { useDecide } from './use-decide.ts'
import { useDraft } from './use-draft.ts'

/** The third voice: what was decided, and what the person may decide now. */
export function DecisionPanel({
  shown,
  rubric,
  assessmentId,
  onRefused,
}: {
  readonly shown: ShownFinding
  readonly rubric: Rubric
  readonly assessmentId: string
  readonly onRefused: () => void
}) {
  const text = useText(decisionText)
  const may = useMay()
  const { finding } = shown
  const modes = modesOf(shown, may)
  const isReview = modes.includes('uphold')
  return (
    <article className="finding-voice finding-office">
      <header>
        <h2>{isReview ? text.reviewer : text.assessor}</h2>
      </header>
      <DecidedSummary shown={shown} />
      {may('finding.notify') && (finding.standing === 'suspected' || finding.standing === 'reported') ? (
        <NotifyPart shown={shown} assessmentId={assessmentId} />
      ) : null}
      {modes[0] === undefined ? null : (
        <Deciding
          shown={shown}
          rubric={rubric}
          assessmentId={assessmentId}
          modes={modes}
          first={modes[0]}
          onRefused={onRefused}
        />
      )}
    </article>
  )
}

function NotifyPart({ shown, assessmentId }: { readonly shown: ShownFinding; readonly assessmentId: string }) {
  const text = useText(decisionText)
  const { send, isSending, problem } = useAct('notifyFinding')
  const params = { assessmentId: assessmentId as never, findingId: shown.finding.findingId }
  return (
    <div className="finding-go">
      <Button type="primary" loading={isSending} onClick={() => void send({ params, body: {} })}>
        {text.notify}
      </Button>
      <span className="cap">{text.notifyEffect}</span>
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </div>
  )
}

function Deciding({
  shown,
  rubric,
  assessmentId,
  modes,
  first,
  onRefused,
}: {
  readonly shown: ShownFinding
  readonly rubric: Rubric
  readonly assessmentId: string
  readonly modes: readonly Mode[]
  readonly first: Mode
  readonly onRefused: () => void
}) {
  const text = useText(decisionText)
  const say = useSay()
  const { me } = useSession()
  const { findingId } = shown.finding
  const fresh = freshDraft(shown, first)
  const kept = useDraft(`draft.${me?.district}.${me?.personId}.${assessmentId}.${findingId}`, fresh)
  const deciding = useDecide(assessmentId, shown)
  const { draft, replace } = kept
  const [isOpen, setOpen] = useState(first !== 'correct' || kept.isTouched)
  const isBehind = draft.seen !== shown.version
  // Nobody wrote anything about what is gone: the form simply is about what is there now.
  useEffect(() => {
    if (isBehind && !kept.isTouched) replace(fresh)
  }, [isBehind, kept.isTouched])
  if (isBehind && kept.isTouched)
    return (
      <ConflictNotice
        shown={shown}
        draft={draft}
        onGoOn={() => {
          deciding.forget()
          replace(rebased(draft, shown.version, modes))
        }}
      />
    )
  if (!isOpen)
    return (
      <div className="finding-go">
        <Button onClick={() => setOpen(true)}>{text.correctOpen}</Button>
      </div>
    )
  const send = async () => {
    if (!(await deciding.send(draft))) {
      // Why it was refused may be that something is new: it is shown beside what was written.
      onRefused()
      return
    }
    say(text.done)
    replace(freshDraft(shown, first))
    setOpen(false)
  }
  return (
    <>
      {first === 'correct' ? <p className="note">{text.correctLead}</p> : null}
      <DecisionForm
        shown={shown}
        rubric={rubric}
        assessmentId={assessmentId}
        modes={modes}
        kept={kept}
        isSending={deciding.isSending}
        onSend={() => void send()}
      />
      {deciding.problem === null || deciding.problem.code === 'changed-meanwhile' ? null : (
        <ProblemNotice problem={deciding.problem} />
      )}
    </>
  )
}
