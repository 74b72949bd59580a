import type { Problem } from '../client/problem.ts'
import type { InspectionVisit } from './inspection-visit.ts'
import type { PhoneStore } from './phone-store.ts'
import type { Line } from './send-record.ts'
import { shanghaiTime } from './shanghai-time.ts'
import { verdictOn, type Verdict } from './verdict-on.ts'

/** May be done twice: the server records a visit once, by its id. */
export async function sendVisit(
  store: PhoneStore,
  visit: InspectionVisit,
  line: Line,
): Promise<'sent' | 'held' | Exclude<Verdict, 'hold'>> {
  const problem = await tell(store, visit, line)
  if (problem === null) {
    await store.visits.update(visit.id, { pile: 'sent', trouble: null, held: null })
    return 'sent'
  }
  const verdict = verdictOn(problem)
  const trouble = { code: problem.code, said: problem.detail, at: shanghaiTime(line.now()) }
  await store.visits.update(visit.id, verdict === 'hold' ? { held: trouble, trouble: null } : { trouble })
  return verdict === 'hold' ? 'held' : verdict
}

async function tell(store: PhoneStore, visit: InspectionVisit, line: Line): Promise<Problem | null> {
  const { id: inspectionId, key, assessmentId, centerId, inspectedOn, clauseIds, seenAt, isClockWrong } = visit
  const body = { inspectionId, centerId, inspectedOn, clauseIds: [...clauseIds] }
  const told = await line.ask('inspectCenter', {
    params: { assessmentId },
    key,
    body: isClockWrong ? body : { ...body, actedAt: seenAt },
  })
  if (told.ok) return null
  switch (told.problem.code) {
    case 'acted-in-future':
      if (isClockWrong) return told.problem
      await store.visits.update(visit.id, { isClockWrong: true })
      return tell(store, { ...visit, isClockWrong: true }, line)
    // Nobody else makes the ids of this phone: it came across and the answer did not.
    case 'inspection-exists':
      return null
    default:
      return told.problem
  }
}
