import { Link } from 'react-router'
import { formatPoints } from '../../../core/kernel/points.ts'
import { clauseName } from '../../../core/rubric/clause-name.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { CenterActs } from '../../center-acts/center-acts.tsx'
import { useText } from '../../text/language.tsx'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { PointsChange } from '../../ui/score-figures.tsx'
import { useCaseName } from '../../ui/use-case-name.ts'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import type { CenterFindings, SheetAnswer } from './center-answers.ts'
import { centerText } from './center-text.ts'
import { lostInSections, type LostInSection, type LostLine } from './lost-in-sections.ts'

interface Given {
  readonly rubric: Rubric
  readonly findings: CenterFindings
  readonly assessmentId: AssessmentId
}

/** What was lost, section by section; each line opens to its finding, and what can still be done about it stands under it. */
export function LostPoints({ answer, ...given }: Given & { readonly answer: SheetAnswer }) {
  const text = useText(centerText)
  const lost = lostInSections(answer)
  return (
    <section id="center-lost" aria-labelledby="center-lost-head">
      <div className="sec-head">
        <h2 id="center-lost-head">{text.lost}</h2>
        <span className="cap">{text.lostCap}</span>
      </div>
      {lost.length === 0 ? <p className="center-none">{text.noLost}</p> : null}
      {lost.map((section) => (
        <LostSection key={section.sectionId} section={section} {...given} />
      ))}
    </section>
  )
}

function LostSection({ section, ...given }: Given & { readonly section: LostInSection }) {
  const text = useText(centerText)
  const { label, title, maxPoints, score, lines, adjustments } = section
  return (
    <div className="center-lost">
      <h3>
        {label} {title}{' '}
        <span className="fig">
          {formatPoints(score)}
          {maxPoints === null ? null : <small className="cap"> / {formatPoints(maxPoints)}</small>}
        </span>
      </h3>
      <ol>
        {lines.map((lost) => (
          <LostRow key={lost.line.because.join(' ')} lost={lost} {...given} />
        ))}
      </ol>
      {adjustments.map((said) => (
        <p key={said} className="note">
          {text.adjusted} {said}
        </p>
      ))}
    </div>
  )
}

function LostRow({
  lost: { line, sentence },
  rubric,
  findings: { byId, today },
  assessmentId,
}: Given & { readonly lost: LostLine }) {
  const text = useText(centerText)
  const nameOf = useCaseName()
  const { subject, effect, clauseId } = line
  const findingId = subject.kind === 'finding' ? subject.findingId : null
  const view = byId.get(findingId ?? '')
  return (
    <li>
      <PointsChange points={effect} />
      <div>
        <p className="center-matter">
          {findingId === null ? null : (
            <Link to={`/assessments/${assessmentId}/findings/${encodeURIComponent(findingId)}`}>
              {view === undefined ? nameOf(line) : findingTitle(view.finding.description)}
            </Link>
          )}
        </p>
        <p className="cap">
          {subject.kind === 'period' ? null : `${nameOf(line)} `}
          <span className="ref">{clauseName(rubric, clauseId)}</span> {sentence}
          {view === undefined ? null : ` ${text[`rectification-${view.finding.rectification}`]}`}
        </p>
        {view === undefined || today === null ? null : (
          <CenterActs finding={view.finding} version={view.version} today={today} assessmentId={assessmentId} />
        )}
      </div>
    </li>
  )
}
