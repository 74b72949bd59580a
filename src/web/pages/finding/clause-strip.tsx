import { formatPoints } from '../../../core/kernel/points.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { findingText } from './finding-text.ts'

/** The notice's own sentence with the clause's words marked in it, and the office's answers to what it leaves open. */
export function ClauseStrip({
  rubric,
  questions,
  clauseId,
}: {
  readonly rubric: Rubric
  readonly questions: Answered<'readAssessment'>['questions']
  readonly clauseId: string
}) {
  const text = useText(findingText)
  const section = rubric.sections.find(({ criteria }) =>
    criteria.some(({ clauses }) => clauses.some(({ id }) => id === clauseId)),
  )
  const criterion = section?.criteria.find(({ clauses }) => clauses.some(({ id }) => id === clauseId))
  const clause = criterion?.clauses.find(({ id }) => id === clauseId)
  if (section === undefined || criterion === undefined || clause === undefined) return null
  const [before = '', after = null] = splitAt(criterion.text, clause.quote)
  const about = questions.filter(({ question }) => question.clauseIds.some((id) => id === clauseId))
  return (
    <div className="finding-clause">
      <p>
        {section.label === '' ? section.title : `${section.label}、${section.title}`}
        {section.maxPoints === null ? null : text.maxPoints(formatPoints(section.maxPoints))}
        {'　'}
        {criterion.label === '' ? null : `${criterion.label}、`}
        {after === null ? (
          <>
            <Unbroken words={criterion.text} />{' '}
            <mark>
              <Unbroken words={clause.quote} />
            </mark>
          </>
        ) : (
          <>
            <Unbroken words={before} />
            <mark>
              <Unbroken words={clause.quote} />
            </mark>
            <Unbroken words={after} />
          </>
        )}
      </p>
      {about.length === 0 ? null : (
        <ul className="cap">
          {about.map(({ question, answer }) => (
            <li key={question.id}>
              {answer === null
                ? text.openReadings
                : (question.readings.find(({ key }) => key === answer.reading)?.label ?? answer.reading)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function splitAt(sentence: string, quote: string): readonly [string?, string?] {
  const at = sentence.indexOf(quote)
  return at < 0 ? [sentence] : [sentence.slice(0, at), sentence.slice(at + quote.length)]
}
