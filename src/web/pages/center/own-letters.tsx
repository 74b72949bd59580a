import { useState } from 'react'
import { Link } from 'react-router'
import { caseNumber } from '../../../core/ledger/case-number.ts'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { lettersAbout } from '../../../core/ledger/letters-about.ts'
import { LettersAboutFinding } from '../../letters/letters-about-finding.tsx'
import { useText } from '../../text/language.tsx'
import { caseNumberText } from '../../ui/case-number-text.ts'
import { StackTable } from '../../ui/stack-table.tsx'
import type { CenterFindings } from './center-answers.ts'
import { centerText } from './center-text.ts'

const FIRST = 6

/** 公文: the letters to the center about its own findings, the newest first. */
export function OwnLetters({
  findings: { byId },
  assessmentId,
}: {
  readonly findings: CenterFindings
  readonly assessmentId: string
}) {
  const text = useText(centerText)
  const numbers = useText(caseNumberText)
  const [isWhole, setWhole] = useState(false)
  const rows = [...byId.values()].filter(({ finding }) => lettersAbout(finding).length > 0)
  return (
    <section id="center-letters" aria-labelledby="center-letters-head">
      <div className="sec-head">
        <h2 id="center-letters-head">{text.letters}</h2>
        <span className="cap">{text.lettersCap(rows.length)}</span>
      </div>
      {rows.length === 0 ? (
        <p className="center-none">{text.noLetters}</p>
      ) : (
        <StackTable
          rows={isWhole ? rows : rows.slice(0, FIRST)}
          keyOf={({ finding }) => finding.findingId}
          columns={[
            {
              head: text.matter,
              isName: true,
              cell: ({ finding }) => (
                <>
                  <span className="cap">{numbers.number(caseNumber(finding))}</span>{' '}
                  <Link to={`/assessments/${assessmentId}/findings/${encodeURIComponent(finding.findingId)}`}>
                    {findingTitle(finding.description)}
                  </Link>
                </>
              ),
            },
            {
              head: text.letters,
              cell: ({ finding }) => (
                <LettersAboutFinding
                  letters={lettersAbout(finding)}
                  assessmentId={assessmentId}
                  findingId={finding.findingId}
                />
              ),
            },
          ]}
        />
      )}
      {isWhole || rows.length <= FIRST ? null : (
        <p>
          <button type="button" className="btn sm" onClick={() => setWhole(true)}>
            {text.lettersMore(rows.length - FIRST)}
          </button>
        </p>
      )}
    </section>
  )
}
