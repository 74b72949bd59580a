import { Link, useParams } from 'react-router'
import { id, type AssessmentId, type BonusId } from '../../../core/kernel/identifiers.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { BonusMark } from '../../ui/bonus-mark.tsx'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useCaseName } from '../../ui/use-case-name.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { ClauseStrip } from '../finding/clause-strip.tsx'
import { ApprovalPanel } from './approval-panel.tsx'
import { LedgerLines } from '../finding/ledger-lines.tsx'
import { bonusText } from './bonus-text.ts'
import { ProposerVoice } from './proposer-voice.tsx'
import '../finding/finding.css'
import './bonus.css'

/** One application for a bonus: what the center says, and what the assessor makes of it. */
export function BonusPage() {
  const text = useText(bonusText)
  const { assessmentId: inAddress = '', bonusId = '' } = useParams()
  const assessmentId = id<AssessmentId>(inAddress)
  const params = { assessmentId }
  const base = `/assessments/${inAddress}`
  const { answer, problem, renew } = useAnswer('readBonus', { params: { ...params, bonusId: id<BonusId>(bonusId) } })
  const rubric = useAnswer('readRubric', { params }).answer?.rubric ?? null
  const questions = useAnswer('readAssessment', { params }).answer?.questions ?? []
  const nameOf = useCaseName()
  const shown = answer?.bonus.bonusId === bonusId ? answer : null
  const title = shown === null ? text.aBonus : text.bonus(nameOf(shown.bonus))
  useTitle(title)
  if (shown === null || rubric === null)
    return (
      <main className="wrap" aria-busy={problem === null}>
        <h1 className="vh">{title}</h1>
        {problem === null ? <Waiting rows={10} /> : <ProblemNotice problem={problem} onAgain={renew} />}
      </main>
    )
  const { bonus, centerName } = shown
  return (
    <main className="wrap">
      <div className="finding-top">
        <span>{title}</span>
        <Link to={`${base}/sheets/${encodeURIComponent(bonus.centerId)}`}>{centerName}</Link>
        <BonusMark standing={bonus.standing} />
        <Link className="btn sm bonus-back no-print" to={`${base}/bonuses`}>
          {text.back}
        </Link>
      </div>
      <div className="finding-title">
        <h1>{findingTitle(bonus.description)}</h1>
      </div>
      <ClauseStrip rubric={rubric} questions={questions} clauseId={bonus.clauseId} />
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      <div className="bonus-voices">
        <ProposerVoice shown={shown} assessmentId={inAddress} />
        <ApprovalPanel key={bonusId} shown={shown} rubric={rubric} assessmentId={assessmentId} onBehind={renew} />
      </div>
      <LedgerLines history={shown.history} />
    </main>
  )
}
