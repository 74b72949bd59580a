import { useEffect, useMemo } from 'react'
import { useNavigate, useParams } from 'react-router'
import { id, type AssessmentId, type FindingId } from '../../../core/kernel/identifiers.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { useCaseName } from '../../ui/use-case-name.ts'
import { useTitle } from '../../ui/use-title.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { workingCalendars } from '../../ui/working-calendars.ts'
import { AlikeList } from './alike-list.tsx'
import { CenterVoice } from './center-voice.tsx'
import { ChangedNumbers } from './changed-numbers.tsx'
import { ClauseStrip } from './clause-strip.tsx'
import { DeadlineStrip } from './deadline-strip.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { FindingHead } from './finding-head.tsx'
import { findingText } from './finding-text.ts'
import { historySentence } from '../../../core/ledger/history-sentence.ts'
import { HistoryTable } from './history-table.tsx'
import { historyText } from './history-text.ts'
import { LettersSection } from './letters-section.tsx'
import { RaisedVoice } from './raised-voice.tsx'
import { eventsOf } from './shown-finding.ts'
import { useNeighbours } from './use-neighbours.ts'
import './finding.css'

export function FindingPage() {
  const text = useText(findingText)
  const words = useText(historyText)
  const nameOf = useCaseName()
  const navigate = useNavigate()
  const { assessmentId = '', findingId = '' } = useParams()
  const params = { assessmentId: id<AssessmentId>(assessmentId) }
  const base = `/assessments/${assessmentId}`
  const found = useAnswer('readFinding', { params: { ...params, findingId: id<FindingId>(findingId) } })
  const rubric = useAnswer('readRubric', { params }).answer?.rubric ?? null
  const assessment = useAnswer('readAssessment', { params }).answer
  const listed = useAnswer('listCalendars', {}).answer
  const calendars = useMemo(() => (listed === null ? [] : workingCalendars(listed)), [listed])
  const neighbours = useNeighbours(params, findingId)
  // While the next one is read, the last stays in sight; it must not be taken for the next.
  const shown = found.answer?.finding.findingId === findingId ? found.answer : null
  const named = shown === null ? text.aFinding : text.finding(nameOf(shown.finding))
  useTitle(named)
  useKeys({
    j: () => neighbours.next !== null && void navigate(neighbours.next),
    k: () => neighbours.previous !== null && void navigate(neighbours.previous),
  })
  useEffect(() => {
    // Its own answer (a promise, in newer browsers) is none of React's.
    scrollTo(0, 0)
  }, [findingId])
  if (shown === null || rubric === null)
    return (
      <main className="wrap finding" aria-busy={found.problem === null}>
        <h1 className="vh">{named}</h1>
        {found.problem === null ? (
          <Waiting rows={10} />
        ) : (
          <ProblemNotice problem={found.problem} onAgain={found.renew} />
        )}
      </main>
    )
  const reviewed = eventsOf(shown.history, 'FindingUpheld', 'FindingVaried', 'FindingReversed').at(-1)
  return (
    <main className="wrap finding">
      <FindingHead
        shown={shown}
        assessmentId={assessmentId}
        base={base}
        calendars={calendars}
        neighbours={neighbours}
      />
      <ClauseStrip
        rubric={rubric}
        questions={assessment?.questions ?? []}
        clauseId={shown.finding.decision?.clauseId ?? shown.finding.clauseId}
      />
      {found.problem === null ? null : <ProblemNotice problem={found.problem} onAgain={found.renew} />}
      <div className="finding-voices">
        <RaisedVoice shown={shown} assessmentId={assessmentId} />
        <CenterVoice shown={shown} assessmentId={assessmentId} />
        <DecisionPanel
          key={findingId}
          shown={shown}
          rubric={rubric}
          assessmentId={assessmentId}
          onRefused={found.renew}
        />
      </div>
      <AlikeList shown={shown} base={base} />
      <DeadlineStrip shown={shown} calendars={calendars} />
      {reviewed === undefined ? null : (
        <ChangedNumbers
          assessmentId={assessmentId}
          findingId={findingId}
          seq={reviewed.seq}
          what={historySentence(reviewed, words, shown.cited)}
        />
      )}
      <LettersSection key={`letters ${findingId}`} shown={shown} assessmentId={assessmentId} />
      <HistoryTable key={`history ${findingId}`} shown={shown} assessmentId={assessmentId} />
    </main>
  )
}
