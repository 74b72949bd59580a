import { useText } from '../text/language.tsx'
import { Link, useParams } from 'react-router'
import { signed } from '../ui/score-figures.tsx'
import type { NumberedQuestion } from './clause-questions.ts'
import { IdleLines } from './idle-lines.tsx'
import { LineOutcomes } from './line-outcome.tsx'
import { linesByOutcome } from './lines-by-outcome.ts'
import { MovedTerms } from './moved-lines.tsx'
import { scoreSheetText } from './score-sheet-text.ts'
import type { Clause, ClauseLook, ScoreLine } from './sheet-answer.ts'

/** What happened under one clause at one center, for the margin beside its sentence. Never empty: that would read as a pass. */
export function ClauseResult({
  clause,
  lines,
  look,
  questions,
  was,
}: {
  readonly clause: Clause
  /** All lines of the section. */
  readonly lines: readonly ScoreLine[]
  /** Whether anybody searched; null while that is not known. */
  readonly look: ClauseLook | null
  /** What the notice leaves open about it; the answers are named where it has lines. */
  readonly questions: readonly NumberedQuestion[]
  /** What it moved on the sheet beside, where that is something else. */
  readonly was: number | null
}) {
  const text = useText(scoreSheetText)
  const own = clause.lines.flatMap((place) => lines[place] ?? [])
  const isAbsence = own.some(({ outcome }) => outcome.kind === 'absence')
  return (
    <div className="res">
      {was === null ? null : (
        <span className="was fig" aria-label={`${text.was} ${signed(was)}`}>
          {signed(was)}
        </span>
      )}
      <MovedTerms clause={clause} lines={lines} />
      {linesByOutcome(own).map((group) => (
        <LineOutcomes key={group.kind} group={group} />
      ))}
      {clause.state === 'idle' && !isAbsence ? <IdleLines clause={clause} lines={own} /> : null}
      {clause.state === 'untouched' ? <Untouched clause={clause} look={look} /> : null}
      {clause.why === '' || (clause.state !== 'moved' && clause.state !== 'open') ? null : <small>{clause.why}</small>}
      {own.length === 0 ? null : <Interpretations questions={questions} />}
    </div>
  )
}

function Untouched({ clause, look }: { readonly clause: Clause; readonly look: ClauseLook | null }) {
  if (look === null || look.state === 'found') return <span className="res-part">{clause.why}</span>
  return <span className={`res-part ${look.state === 'unsearched' ? 'none' : 'ok'}`}>{look.sentence}</span>
}

function Interpretations({ questions }: { readonly questions: readonly NumberedQuestion[] }) {
  const text = useText(scoreSheetText)
  const { assessmentId } = useParams()
  return questions.map(({ number, question, answer }) =>
    answer === null ? null : (
      <small key={question.id}>
        <Link
          className="ref"
          to={`/assessments/${assessmentId}/notice?question=${encodeURIComponent(question.id)}`}
          title={answer.reason}
        >
          {text.interpretation(number)}
        </Link>
      </small>
    ),
  )
}
