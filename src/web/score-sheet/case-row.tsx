import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { id, type AssessmentId, type BonusId, type FindingId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useText } from '../text/language.tsx'
import { PointsChange } from '../ui/score-figures.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { CaseLink } from './case-links.tsx'
import { CaseRecords } from './case-records.tsx'
import { decisionSteps } from './decision-steps.ts'
import { DecisionTrail } from './decision-trail.tsx'
import { EvidenceThumbs } from './evidence-thumbs.tsx'
import { scoreSheetText } from './score-sheet-text.ts'
import type { ScoreLine } from './sheet-answer.ts'

interface Shown {
  readonly line: ScoreLine
  /** The line as a sentence, by the server. */
  readonly sentence: string
  /** The day up to which decisions were known; null: now. */
  readonly knownBy: PlainDate | null
  /** The cell of the clause, which spans the rows: on the first of them. */
  readonly first: ReactNode
}

/** One finding or bonus of a chain: what, with which evidence and records, decided how, moving how much. */
export function CaseRow(shown: Shown) {
  const { subject } = shown.line
  if (subject.kind === 'finding') return <FindingRow {...shown} findingId={subject.findingId} />
  if (subject.kind === 'bonus') return <BonusRow {...shown} bonusId={subject.bonusId} />
  return <PeriodRow {...shown} />
}

function FindingRow({ findingId, ...shown }: Shown & { readonly findingId: FindingId }) {
  const { answer, problem, renew } = useAnswer('readFinding', { params: { ...useAssessment(), findingId } })
  const finding = answer?.finding
  return (
    <Row
      {...shown}
      what={
        <>
          <p>
            <CaseLink caseId={findingId} line={shown.line} />
            {'\u3000'}
            <span className="nw">{finding?.decision?.occurredOn ?? finding?.occurredOn}</span>
          </p>
          <p className="note">{finding?.description}</p>
          {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
        </>
      }
      evidence={finding === undefined ? null : <EvidenceThumbs evidence={finding.evidence} />}
      records={finding === undefined ? null : <CaseRecords findingId={findingId} count={finding.records.length} />}
      decision={answer === null ? null : <DecisionTrail steps={decisionSteps(answer.history, shown.knownBy)} />}
    />
  )
}

function BonusRow({ bonusId, ...shown }: Shown & { readonly bonusId: BonusId }) {
  const { answer, problem, renew } = useAnswer('readBonus', { params: { ...useAssessment(), bonusId } })
  const evidence = answer?.history.flatMap((event) => (event.type === 'BonusProposed' ? event.evidence : [])) ?? null
  return (
    <Row
      {...shown}
      what={
        <>
          <p>
            <CaseLink caseId={bonusId} line={shown.line} />
            {'\u3000'}
            <span className="nw">{answer?.bonus.occurredOn}</span>
          </p>
          <p className="note">{answer?.bonus.description}</p>
          {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
        </>
      }
      evidence={evidence === null ? null : <EvidenceThumbs evidence={evidence} />}
      records={null}
      decision={answer === null ? null : <DecisionTrail steps={decisionSteps(answer.history, shown.knownBy)} />}
    />
  )
}

function PeriodRow(shown: Shown) {
  const text = useText(scoreSheetText)
  return <Row {...shown} what={<p>{text.period}</p>} evidence={null} records={null} decision={null} />
}

function Row({
  line,
  sentence,
  first,
  what,
  evidence,
  records,
  decision,
}: Shown & {
  readonly what: ReactNode
  readonly evidence: ReactNode
  readonly records: ReactNode
  readonly decision: ReactNode
}) {
  return (
    <tr role="row">
      {first}
      <td role="cell" className="k2">
        {what}
        <p className="cap">{sentence}</p>
      </td>
      <td role="cell" className="k3">
        {evidence}
      </td>
      <td role="cell" className="k4">
        {records}
      </td>
      <td role="cell" className="k5">
        {decision}
      </td>
      <td role="cell" className="num k6">
        <PointsChange points={line.effect} />
      </td>
    </tr>
  )
}

function useAssessment(): { readonly assessmentId: AssessmentId } {
  const { assessmentId } = useParams()
  return { assessmentId: id<AssessmentId>(assessmentId ?? '') }
}
