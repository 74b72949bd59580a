import type { Rubric } from '../../../core/rubric/rubric.ts'
import { useText } from '../../text/language.tsx'
import { PointsFigure } from '../../ui/score-figures.tsx'
import { openIn, type NumberedQuestion } from './margin-questions.ts'
import { noticeText } from './notice-text.ts'

/** The sections with their points and how much is open in each. */
export function SectionList({
  rubric,
  questions,
}: {
  readonly rubric: Rubric
  readonly questions: readonly NumberedQuestion[]
}) {
  const text = useText(noticeText)
  return (
    <nav className="notice-sections no-print" aria-label={text.sections}>
      <ol>
        {rubric.sections.map((section) => {
          const open = openIn(section, questions)
          return (
            <li key={section.id}>
              <b>{section.label}</b>
              <a href={`#section-${section.id}`}>{section.title}</a>
              {open === 0 ? (
                <i />
              ) : (
                <i className="no" title={text.openHere(open)}>
                  <span className="vh">{text.openHere(open)}</span>
                  <span aria-hidden="true">{open}</span>
                </i>
              )}
              <span className="fig">
                {section.maxPoints === null ? null : <PointsFigure points={section.maxPoints} />}
              </span>
            </li>
          )
        })}
      </ol>
      <div className="notice-legend" aria-hidden="true">
        <p>
          <span className="notice-phrase">{text.legendClause}</span>
          {text.legendClauseMeans}
        </p>
        <p>
          <span className="notice-phrase is-asked">{text.legendQuestion}</span>
          {text.legendQuestionMeans}
        </p>
        <p>
          <i className="no">3</i>
          {text.legendNumber}
        </p>
      </div>
    </nav>
  )
}
