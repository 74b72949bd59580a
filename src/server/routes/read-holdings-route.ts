import { readHoldings } from '../../api/routes/read-holdings.ts'
import { readHoldings as readBy } from '../../app/records/read-records.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readHoldingsRoute = route(readHoldings, async ({ asker }, { records }) =>
  replied(await readBy(records, asker.actor), ({ digest, calendarVersion, sets }) =>
    answer({
      digest: digest as Digest,
      calendarVersion,
      sets: sets.map((set) => ({
        ...set,
        months: set.months.map((month) => ({ ...month, sources: [...month.sources] })),
        sources: [...set.sources],
      })),
    }),
  ),
)
