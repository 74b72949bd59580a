import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import { changesSoFar } from './score-changes.ts'

/**
 * Reads the ledgers of a district and scores its centers before anybody asks: what the first person in the morning would wait
 * for. Others are served between two centers. Answers how many assessments are at hand; a ledger that cannot be read is named
 * in the list of assessments.
 */
export async function warmUp(office: Office, tenantId: TenantId, isEnding: () => boolean): Promise<Acting<number>> {
  const headers = await office.ledgers.headers(tenantId)
  if (!headers.ok) return headers
  let ready = 0
  for (const { assessmentId } of headers.value) {
    if (isEnding()) break
    // What would have others let go is read when it is asked for.
    if (!office.live.hasRoom(tenantId, assessmentId)) continue
    const looked = await office.live.look(tenantId, assessmentId)
    if (!looked.ok) continue
    const { state, scores } = looked.value
    for (const centerId of state.centers.keys()) {
      if (isEnding()) return accepted(ready)
      scores.sheet(centerId)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const changes = await changesSoFar(office, looked.value)
    if (!changes.ok) return changes
    ready += 1
  }
  return accepted(ready)
}
