import { openRecord } from '../../api/routes/open-record.ts'
import { openRecord as openedBy } from '../../app/records/read-records.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const openRecordRoute = route(openRecord, async ({ query, asker }, { records }) =>
  replied(await openedBy(records, asker.actor, query.ref), (record) => answer({ record })),
)
