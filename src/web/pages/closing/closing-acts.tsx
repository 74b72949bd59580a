import { useAct } from '../../client/use-act.ts'
import { useMay, useSession } from '../../client/session.tsx'
import { useText } from '../../text/language.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { Assessment } from './closing-answers.ts'
import { closingText } from './closing-text.ts'
import { StatedAct } from './stated-act.tsx'

/** What the stage asks for next, for those who may; a refusal stands under its button. */
export function ClosingActs({
  assessment: { assessmentId, stage, centers },
  blocking,
}: {
  readonly assessment: Assessment
  readonly blocking: number
}) {
  const text = useText(closingText)
  const say = useSay()
  const may = useMay()
  const close = useAct('closePeriod')
  const seal = useAct('sealAssessment')
  const publish = useAct('publishResults')
  const reopen = useAct('reopenAssessment')
  const params = { assessmentId }
  const done = async (acted: Promise<{ readonly ok: boolean }>, said: string) => {
    if ((await acted).ok) say(said)
  }
  const problem = close.problem ?? seal.problem ?? publish.problem ?? reopen.problem
  return (
    <div className="closing-acts">
      {stage === 'running' && may('period.close') ? (
        <StatedAct
          button={text.close}
          ask={text.closeAsk}
          effect={text.closeEffect}
          stated={null}
          isSending={close.isSending}
          onAct={() => done(close.send({ params, body: {} }), text.closedNow)}
        />
      ) : null}
      {stage === 'running' && !may('period.close') ? <p className="note">{text.closeNext}</p> : null}
      {stage === 'closed' && may('assessment.seal') ? (
        <StatedAct
          button={text.seal}
          ask={text.sealAsk}
          effect={`${text.sealEffect(centers)}${blocking === 0 ? '' : ` ${text.sealForced(blocking)}`}`}
          stated={blocking === 0 ? null : { label: text.forcedBecause, hint: text.forcedHint }}
          isSending={seal.isSending}
          onAct={(reason) => done(seal.send({ params, body: { forcedBecause: reason } }), text.sealedNow)}
        />
      ) : null}
      {stage === 'sealed' && may('results.publish') ? (
        <StatedAct
          button={text.publish}
          ask={text.publishAsk}
          effect={text.publishEffect}
          stated={{ label: text.statement, hint: text.statementHint }}
          isSending={publish.isSending}
          onAct={(statement) => done(publish.send({ params, body: { statement: statement ?? '' } }), text.publishedNow)}
        />
      ) : null}
      {stage === 'published' ? <PublicLinks assessmentId={assessmentId} /> : null}
      {(stage === 'sealed' || stage === 'published') && may('assessment.reopen') ? (
        <details className="closing-reopen">
          <summary>{text.reopen}</summary>
          <StatedAct
            button={text.reopen}
            ask={text.reopenAsk}
            effect={text.reopenEffect}
            stated={{ label: text.reason, hint: text.reasonHint }}
            isSending={reopen.isSending}
            onAct={(reason) => done(reopen.send({ params, body: { reason: reason ?? '' } }), text.reopenedNow)}
          />
        </details>
      ) : null}
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </div>
  )
}

function PublicLinks({ assessmentId }: { readonly assessmentId: string }) {
  const text = useText(closingText)
  const { me } = useSession()
  if (me === null) return null
  const path = `${encodeURIComponent(me.district)}/${encodeURIComponent(assessmentId)}`
  return (
    <p className="closing-links">
      <a href={`/public/${path}`}>{text.publicPage}</a>
      <a href={`/kiosk/${path}`}>{text.kiosk}</a>
    </p>
  )
}
