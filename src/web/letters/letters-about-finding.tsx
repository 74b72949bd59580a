import type { FindingLetterKind } from '../../core/ledger/letters-about.ts'
import { LetterButton } from './letter-button.tsx'

/** A button for each letter that there is about a finding. */
export function LettersAboutFinding({
  letters,
  assessmentId,
  findingId,
}: {
  readonly letters: readonly FindingLetterKind[]
  readonly assessmentId: string
  readonly findingId: string
}) {
  return (
    <div className="letters">
      {letters.map((letter) => (
        <LetterButton key={letter} letter={letter} params={{ assessmentId, findingId }} place={findingId} />
      ))}
    </div>
  )
}
