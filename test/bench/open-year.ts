import type { AssessedYear } from '../../src/core/analysis/assessed-year.ts'
import { randomFrom } from '../../src/core/kernel/random.ts'
import type { FindingId } from '../../src/core/kernel/identifiers.ts'
import { replay } from '../../src/core/ledger/evolve.ts'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { answersAsOf } from '../../src/core/scoring/as-of.ts'
import { KNOWN_BY } from './bench-days.ts'
import { benchLedgerOf } from './bench-ledger.ts'
import { benchRubric } from './bench-rubric.ts'
import { happeningsUnder } from './center-events.ts'

/**
 * A year that still runs: of a hundred findings six are not decided, and of the rest one in twenty-five lacks its amount or waits
 * for its appeal. Open questions are those that the example notice's folder leaves open.
 */
export async function openYear(centers: number, findings: number): Promise<AssessedYear> {
  const { rubric, folder } = await benchRubric()
  const random = randomFrom(7)
  const stops = new Map<FindingId, Stop>()
  const stopOf = (findingId: FindingId): Stop => {
    const stop = stops.get(findingId) ?? (random.chance(6) ? 'undecided' : random.chance(4) ? 'unfinished' : 'whole')
    stops.set(findingId, stop)
    return stop
  }
  const events = benchLedgerOf(happeningsUnder(rubric), centers, findings).filter((event) => isKept(event, stopOf))
  return { rubric, answers: answersAsOf(folder.interpretations, KNOWN_BY), state: replay(events) }
}

type Stop = 'undecided' | 'unfinished' | 'whole'

function isKept(event: LedgerEvent, stopOf: (findingId: FindingId) => Stop): boolean {
  if (event.type === 'PeriodClosed') return false
  if (!('findingId' in event) || event.findingId == null) return true
  const { type } = event
  if (type === 'FindingReported' || type === 'FindingNotified' || type === 'FindingAccepted') return true
  switch (stopOf(event.findingId)) {
    case 'whole':
      return true
    case 'undecided':
      return false
    case 'unfinished':
      return type === 'FindingSubstantiated' || type === 'AppealFiled'
  }
}
