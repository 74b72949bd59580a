import { accepted } from '../../core/kernel/outcome.ts'
import { inDistricts, UNWATCHED, type RoundWatch } from '../districts/in-districts.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import type { LedgerStanding } from '../ports/ledger-looks.ts'
import { changesSoFar } from './score-changes.ts'

/**
 * Reads ledgers and scores their centers before anybody asks: what the first person in the morning would wait for. Of all
 * districts those in which something happened last, as many as are held at once; the last of them first, so that they are the
 * first to be let go. Others are served between two centers. Answers how many assessments are at hand; a ledger that cannot be
 * read is named in the list of assessments.
 */
export async function warmUp(office: Office, watch: RoundWatch = UNWATCHED): Promise<Acting<number>> {
  const { looks, live } = office
  const standings = await looks.standings()
  if (!standings.ok) return standings
  const latest = standings.value.toSorted((one, other) => (lastEventAt(one) < lastEventAt(other) ? 1 : -1))
  const chosen = latest.slice(0, live.fitting(latest.map(({ seq }) => seq)))
  let ready = 0
  const warm = async ({ tenantId, assessmentId, seq }: LedgerStanding): Promise<Acting<unknown>> => {
    // What would have others let go, which somebody asked for, is read when it is asked for.
    if (!live.hasRoom(tenantId, assessmentId, seq)) return accepted(null)
    const looked = await live.look(tenantId, assessmentId)
    if (!looked.ok) return accepted(null)
    const { state, scores } = looked.value
    for (const centerId of state.centers.keys()) {
      if (watch.isEnding()) return accepted(null)
      scores.sheet(centerId)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const changes = await changesSoFar(office, looked.value)
    if (changes.ok) ready += 1
    return changes
  }
  const done = await inDistricts(chosen.toReversed(), warm, watch)
  return done.ok ? accepted(ready) : done
}

/** As far as is noted; of what nobody has looked at nothing is known. */
function lastEventAt({ look }: LedgerStanding): string {
  return look?.lastEventAt ?? ''
}
