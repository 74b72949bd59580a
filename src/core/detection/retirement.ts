import type { AssessmentState, Finding } from '../ledger/assessment-state.ts'
import type { LedgerFact } from '../ledger/ledger-event.ts'

export interface Retiring {
  readonly name: string
  readonly version: number
  /** As its header says; the name where the file can no longer be read. */
  readonly title: string
  readonly reason: string
}

/**
 * What the ledger should learn when a detection is retired: that it is, and of everything that its runs suspected and nobody
 * decided that it is withdrawn: no run will follow its records any more. What was substantiated is flagged, with what was last
 * told of its records, and not changed. Suspicions that a person raised are a person's.
 */
export function retirementFacts(
  { findings }: Pick<AssessmentState, 'findings'>,
  { name, version, title, reason }: Retiring,
): readonly LedgerFact[] {
  const said = `检测“${title}”已停用：${reason}`
  const own = [...findings.values()].filter(({ detection }) => detection === name)
  return [{ type: 'DetectionRetired', detection: name, version, reason }, ...own.flatMap((one) => factOf(one, said))]
}

function factOf({ findingId, standing, basis, ...finding }: Finding, reason: string): LedgerFact[] {
  if (basis === null) return []
  if (standing === 'suspected' || standing === 'notified')
    return [{ type: 'SuspicionWithdrawn', findingId, reason, basis }]
  if (standing !== 'substantiated') return []
  const { occurrences, records } = finding.flags.at(-1) ?? finding
  return [{ type: 'FindingFlagged', findingId, occurrences, records, reason, basis }]
}
