import type { ClauseId } from '../../../core/kernel/identifiers.ts'
import type { AskedCorrection } from '../../../core/rubric/correction.ts'
import type { CorrectionRefusal } from '../../../core/rubric/correction-refusals.ts'
import { useText } from '../../text/language.tsx'
import { CorrectedNote } from '../notice/corrected-note.tsx'
import { correctionText } from './correction/correction-text.ts'

/** Corrections of a text that was changed since: nothing of them is lost, and nothing is adopted over them in silence. */
export function StaleCorrections({
  refusals,
  corrections,
  cite,
  onWithdraw,
}: {
  readonly refusals: readonly CorrectionRefusal[]
  readonly corrections: readonly AskedCorrection[]
  /** As the notice numbers it. */
  readonly cite: (clauseId: ClauseId) => string
  readonly onWithdraw: (clauseId: ClauseId) => void
}) {
  const text = useText(correctionText)
  if (refusals.length === 0) return null
  return (
    <div className="problem" role="alert">
      <p>{text.stale(refusals.length)}</p>
      <ul>
        {refusals.map(({ clauseId, message }) => {
          const correction = corrections.find((one) => one.clauseId === clauseId)
          return (
            <li key={clauseId}>
              <p>{message.replace(clauseId, cite(clauseId))}</p>
              {correction === undefined ? null : (
                <>
                  <blockquote lang="zh-Hans">{correction.quote}</blockquote>
                  <CorrectedNote correction={correction} />
                </>
              )}
              <button type="button" className="btn sm" onClick={() => onWithdraw(clauseId)}>
                {text.withdrawOf(cite(clauseId))}
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
