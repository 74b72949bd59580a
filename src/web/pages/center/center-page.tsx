import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { id, type AssessmentId, type CenterId } from '../../../core/kernel/identifiers.ts'
import { useSession } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Bonuses } from './bonuses.tsx'
import { CenterLead } from './center-lead.tsx'
import { centerText } from './center-text.ts'
import { LostPoints } from './lost-points.tsx'
import { OpenMatters } from './open-matters.tsx'
import { OurTurn } from './our-turn.tsx'
import { OwnLetters } from './own-letters.tsx'
import { OwnSampling } from './own-sampling.tsx'
import { OwnPart } from './own-part.tsx'
import { SelfAssessment } from './self-assessment.tsx'
import { SelfReport } from './self-report.tsx'
import type { CenterAnswers, CenterFindings } from './center-answers.ts'
import './center.css'

const SECTIONS = ['turn', 'open', 'lost', 'bonuses', 'report', 'marks', 'letters', 'proof'] as const

/** Why did we lose it, and what is to be done: everything of one center, for that center. */
export function CenterPage() {
  const text = useText(centerText)
  const assessmentId = id<AssessmentId>(useParams()['assessmentId'] ?? '')
  const { me } = useSession()
  useTitle(text.title)
  if (me?.centerId == null)
    return (
      <main className="wrap center">
        <h1>{text.title}</h1>
        <p className="lead">
          {text.noCenter} <Link to="../overview">{text.toOverview}</Link>
        </p>
      </main>
    )
  return <OfCenter assessmentId={assessmentId} centerId={me.centerId} />
}

function OfCenter({ assessmentId, centerId }: { readonly assessmentId: AssessmentId; readonly centerId: CenterId }) {
  const text = useText(centerText)
  const { sheet, rubric, findings, problem, renew } = useCenterAnswers(assessmentId, centerId)
  return (
    <main className="wrap center" aria-busy={sheet === null && problem === null}>
      <div className="head">
        <div>
          <h1>{sheet?.sheet.centerName ?? text.title}</h1>
          {sheet === null ? null : <CenterLead answer={sheet} assessmentId={assessmentId} />}
        </div>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      <nav className="center-contents no-print" aria-label={text.contents}>
        {SECTIONS.map((section) => (
          <a key={section} href={`#center-${section}`}>
            {text[section]}
          </a>
        ))}
      </nav>
      {sheet === null || rubric === null ? (
        problem === null ? (
          <Waiting rows={12} />
        ) : null
      ) : (
        <>
          <OurTurn assessmentId={assessmentId} findings={findings} />
          <OpenMatters answer={sheet} findings={findings} rubric={rubric} assessmentId={assessmentId} />
          <OwnSampling assessmentId={assessmentId} centerId={centerId} />
          <LostPoints answer={sheet} rubric={rubric} findings={findings} assessmentId={assessmentId} />
          <Bonuses assessmentId={assessmentId} centerId={centerId} rubric={rubric} />
          <SelfReport assessmentId={assessmentId} centerId={centerId} rubric={rubric} />
          <SelfAssessment assessmentId={assessmentId} centerId={centerId} />
          <OwnLetters findings={findings} assessmentId={assessmentId} />
          <OwnPart answer={sheet} assessmentId={assessmentId} centerId={centerId} />
        </>
      )}
    </main>
  )
}

function useCenterAnswers(assessmentId: AssessmentId, centerId: CenterId): CenterAnswers {
  const sheet = useAnswer('readSheet', { params: { assessmentId, centerId } })
  const rubric = useAnswer('readRubric', { params: { assessmentId } })
  const listed = useAnswer('listFindings', { params: { assessmentId }, query: { centerId, limit: 200 } })
  const findings = useMemo<CenterFindings>(
    () => ({
      byId: new Map(listed.answer?.findings.map((view) => [String(view.finding.findingId), view]) ?? []),
      today: listed.answer?.today ?? null,
    }),
    [listed.answer],
  )
  return {
    sheet: sheet.answer,
    rubric: rubric.answer?.rubric ?? null,
    findings,
    problem: sheet.problem ?? rubric.problem ?? listed.problem,
    renew: () => {
      sheet.renew()
      rubric.renew()
      listed.renew()
    },
  }
}
