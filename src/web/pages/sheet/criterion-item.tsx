import { Link, useLocation } from 'react-router'
import { ClauseResult } from '../../score-sheet/clause-result.tsx'
import { piecesOf } from '../../score-sheet/marked-sentence.ts'
import type { Clause, ClauseLook, Criterion, ScoreLine } from '../../score-sheet/sheet-answer.ts'
import { useText } from '../../text/language.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import type { NumberedQuestion } from '../../score-sheet/clause-questions.ts'
import type { SheetChanges } from './compare-sheets.ts'
import { sheetText } from './sheet-text.ts'

/** A sentence of the notice as it stands there, the wording that moved points underlined, and what happened in the margin. */
export function CriterionItem({
  criterion,
  clauses,
  lines,
  names,
  lookOf,
  questionsOf,
  changes,
}: {
  readonly criterion: Criterion
  readonly clauses: readonly Clause[]
  /** All lines of the section. */
  readonly lines: readonly ScoreLine[]
  readonly names: ReadonlyMap<string, string>
  readonly lookOf: ReadonlyMap<string, ClauseLook>
  readonly questionsOf: ReadonlyMap<string, readonly NumberedQuestion[]>
  readonly changes: SheetChanges | null
}) {
  const text = useText(sheetText)
  const { search } = useLocation()
  const stateOf = new Map(clauses.map((clause) => [String(clause.clauseId), clause]))
  return (
    <li id={criterion.id}>
      <span className="n">{text.ordinal(criterion.label)}</span>
      <p lang="zh-Hans">
        {criterion.requirement === null ? null : <>{criterion.requirement.text}　</>}
        {piecesOf(criterion.text, criterion.clauses).map((piece, at) => (
          <span key={at} className={markOf(piece.clauseId === null ? undefined : stateOf.get(piece.clauseId))}>
            <Unbroken words={piece.text} />
          </span>
        ))}
      </p>
      <div className="results">
        {clauses.map((clause) => (
          <div key={clause.clauseId} className="result">
            {clauses.length > 1 ? (
              <Link className="ref cap" to={{ search, hash: clause.clauseId }} preventScrollReset>
                {names.get(clause.clauseId)}
              </Link>
            ) : null}
            <ClauseResult
              clause={clause}
              lines={lines}
              questions={questionsOf.get(clause.clauseId) ?? []}
              look={lookOf.get(clause.clauseId) ?? null}
              was={changes?.clauses.get(clause.clauseId) ?? null}
            />
          </div>
        ))}
      </div>
    </li>
  )
}

function markOf(clause: Clause | undefined): string | undefined {
  if (clause === undefined) return undefined
  if (clause.effect !== 0) return clause.effect < 0 ? 'ph-lost' : 'ph-gain'
  return clause.state === 'open' ? 'ph-open' : undefined
}
