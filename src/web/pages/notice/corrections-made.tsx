import type { ClauseId } from '../../../core/kernel/identifiers.ts'
import { findClause } from '../../../core/rubric/find-clause.ts'
import { correctionsIn } from '../../../core/rubric/corrections-in.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { useCalled } from '../../client/use-called.ts'
import { useText } from '../../text/language.tsx'
import { CorrectedNote } from './corrected-note.tsx'
import { FormPlace, usePlaces } from './form-place.tsx'
import { correctedText } from './corrected-text.ts'

/** Every reading of a rubric that a person corrected, also of sentences that are no clauses any more. */
export function CorrectionsMade({ rubric, source }: { readonly rubric: Rubric; readonly source: string }) {
  const text = useText(correctedText)
  const called = useCalled()
  const placeOf = usePlaces(source)
  const corrections = correctionsIn(rubric)
  const placeOfClause = (clauseId: ClauseId) => {
    const clause = findClause(rubric, clauseId)
    return clause === null ? null : placeOf(clause.span)
  }
  if (corrections.length === 0) return null
  return (
    <details className="notice-corrections">
      <summary>{text.all(corrections.length)}</summary>
      <p className="cap">{text.allWhy}</p>
      <ul>
        {corrections.map((correction) => (
          <li key={correction.clauseId}>
            <blockquote lang="zh-Hans">{correction.quote}</blockquote>
            <FormPlace place={placeOfClause(correction.clauseId)} />
            <CorrectedNote correction={correction}>
              <p className="cap">{text.by(called(correction.correctedBy), correction.correctedOn)}</p>
            </CorrectedNote>
          </li>
        ))}
      </ul>
    </details>
  )
}
