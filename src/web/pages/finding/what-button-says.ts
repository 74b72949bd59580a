import { formatPoints } from '../../../core/kernel/points.ts'
import type { Answered } from '../../client/call.ts'
import type { DecisionDraft } from './decision-draft.ts'
import type { decisionText } from './decision-text.ts'
import type { ShownFinding } from './shown-finding.ts'

/** The button says what it does, in the points that the server computed for it. */
export function buttonText(
  text: (typeof decisionText)['zh'],
  { mode, points }: Pick<DecisionDraft, 'mode' | 'points'>,
  preview: Answered<'previewDecision'> | null,
  { finding, effect }: Pick<ShownFinding, 'finding' | 'effect'>,
  hasChoice: boolean,
): string {
  const line = preview?.numbers.find(({ what, ref }) => what === 'finding' && ref === finding.findingId)
  const moved = line?.after[0] ?? effect?.now ?? 0
  const lost = formatPoints(Math.abs(moved))
  switch (mode) {
    case 'substantiate':
      if (hasChoice && points === null) return text.goLater
      return moved === 0 ? text.goNothing : moved < 0 ? text.goSubstantiate(lost) : text.goGain(lost)
    case 'dismiss':
      return text.goDismiss
    case 'amount':
      return text.goAmount(lost)
    case 'correct':
      return text.goCorrect(lost)
    case 'uphold':
      return text.goUphold
    case 'vary':
      return text.goVary(lost)
    case 'reverse':
      return text.goReverse
  }
}
