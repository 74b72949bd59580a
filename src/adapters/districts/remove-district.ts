import type { Removal, RemovedRows } from '../../app/ports/district-house.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { DistrictPlaces } from './district-place.ts'

/**
 * Every place is asked first. Then it is written down that the district goes; then its files and records go, and last the rows of
 * its database with the district itself: wherever it breaks off, the district is still there to be removed again, suspended, and
 * whatever is gone was meant to go.
 */
export function removeDistrict(
  { places, register, inTurn }: DistrictPlaces,
  removal: Removal,
): Promise<Outcome<RemovedRows>> {
  return inTurn(removal.tenantId, async () => {
    for (const { ready } of places) {
      const asked = await ready(removal.tenantId)
      if (!asked.ok) return asked
    }
    const begun = await register.begin(removal)
    if (!begun.ok) return begun
    let counts: RemovedRows = {}
    for (const { remove } of places) {
      const gone = await remove(removal)
      if (!gone.ok) return gone
      counts = { ...counts, ...gone.value }
    }
    const last = await register.finish(removal, counts)
    return last.ok ? accepted({ ...counts, ...last.value }) : last
  })
}
