import { useState } from 'react'
import { useText } from '../../text/language.tsx'
import { ChangedNumbers } from './changed-numbers.tsx'
import { findingText } from './finding-text.ts'
import { historySentence } from '../../../core/ledger/history-sentence.ts'
import { historyText } from './history-text.ts'
import { LedgerLines } from './ledger-lines.tsx'
import type { ShownFinding } from './shown-finding.ts'

const MOVING: ReadonlySet<string> = new Set([
  'FindingSubstantiated',
  'AmountDecided',
  'FindingDismissed',
  'DecisionCorrected',
  'FindingUpheld',
  'FindingVaried',
  'FindingReversed',
])

/** What happened to the finding; the lines that decide show what they changed. */
export function HistoryTable({ shown, assessmentId }: { readonly shown: ShownFinding; readonly assessmentId: string }) {
  const text = useText(findingText)
  const words = useText(historyText)
  const [open, setOpen] = useState<number | null>(null)
  const { history, digests, finding, cited } = shown
  const opened = history.find(({ seq }) => seq === open)
  return (
    <LedgerLines
      history={history}
      cited={cited}
      digests={digests}
      actOn={({ type, seq }) =>
        MOVING.has(type) ? (
          <button
            type="button"
            className="btn sm no-print"
            aria-expanded={open === seq}
            onClick={() => setOpen(open === seq ? null : seq)}
          >
            {open === seq ? text.hideChanges : text.showChanges}
          </button>
        ) : null
      }
    >
      {opened === undefined ? null : (
        <ChangedNumbers
          assessmentId={assessmentId}
          findingId={finding.findingId}
          seq={opened.seq}
          what={historySentence(opened, words, cited)}
        />
      )}
    </LedgerLines>
  )
}
