import { readVersions } from '../../api/routes/read-versions.ts'
import { readVersions as readBy } from '../../app/records/read-records.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readVersionsRoute = route(readVersions, async ({ params, query, asker }, { records }) =>
  replied(await readBy(records, asker.actor, params.dataSet, query.recordKey), (versions) =>
    answer({ versions: [...versions] }),
  ),
)
