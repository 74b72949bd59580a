import type { Amendment } from '../ledger/suspicion-fact.ts'
import { describedRecords } from './described-records.ts'
import type { Suspicion } from './detection.ts'

/** What a suspicion alleges, as the ledger is to hold it. */
export function allegedBy({
  centerId,
  occurrences,
  occurredOn,
  eventKey,
  measured,
  unmet,
  description,
  records,
}: Suspicion): Amendment {
  const shown = describedRecords(
    records.filter((ref) => !ref.startsWith('measure:')),
    centerId,
  )
  const parts = [description, ...(shown === '' ? [] : [`记录：${shown}`]), ...leftOut(records)]
  const said = parts.join('。')
  return {
    occurrences,
    occurredOn,
    eventKey,
    measured,
    unmet,
    description: said,
    records: records.slice(0, MOST_RECORDS),
  }
}

/** A ledger keeps as many as a person can look through, and says how many there are. */
export const MOST_RECORDS = 1_000

function leftOut(records: readonly string[]): string[] {
  return records.length > MOST_RECORDS ? [`共 ${records.length} 条，台账列出前 ${MOST_RECORDS} 条`] : []
}
