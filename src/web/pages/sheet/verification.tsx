import type { RubricAnswer, SheetAnswer } from '../../score-sheet/sheet-answer.ts'
import { useText } from '../../text/language.tsx'
import { sheetText } from './sheet-text.ts'

/** The code that stands for this sheet and the whole ledger that it rests on. */
export function Verification({
  answer: { verification },
  rubric,
}: {
  readonly answer: SheetAnswer
  readonly rubric: RubricAnswer
}) {
  const text = useText(sheetText)
  const criteria = rubric.sections.reduce((count, section) => count + section.criteria.length, 0)
  return (
    <section className="verify" aria-label={text.code}>
      {verification === null ? null : (
        <div>
          <p className="cap">{text.code}</p>
          <span className="code">{verification.code}</span>
        </div>
      )}
      <p className="note">
        {verification === null ? text.noCode : text.codeNote(verification.seq)}
        {text.honest(criteria)}
      </p>
    </section>
  )
}
