import { lettersAbout } from '../../../core/ledger/letters-about.ts'
import { letterText } from '../../letters/letter-text.ts'
import { LettersAboutFinding } from '../../letters/letters-about-finding.tsx'
import { useText } from '../../text/language.tsx'
import type { ShownFinding } from './shown-finding.ts'

/** The letters about a finding, as far as it has come. */
export function LettersSection({
  shown: { finding },
  assessmentId,
}: {
  readonly shown: ShownFinding
  readonly assessmentId: string
}) {
  const text = useText(letterText)
  const letters = lettersAbout(finding)
  return (
    <section className="finding-section no-print" aria-labelledby="letters">
      <div className="sec-head">
        <h2 id="letters">{text.letters}</h2>
        <span className="cap">{text.lettersCap}</span>
      </div>
      {letters.length === 0 ? (
        <p className="note">{text.none}</p>
      ) : (
        <LettersAboutFinding letters={letters} assessmentId={assessmentId} findingId={finding.findingId} />
      )}
    </section>
  )
}
