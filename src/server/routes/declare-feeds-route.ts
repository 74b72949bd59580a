import { declareFeeds } from '../../api/routes/declare-feeds.ts'
import { declareFeeds as declaredBy } from '../../app/records/declare-feeds.ts'
import { faultsReplied } from '../faults-replied.ts'
import { done } from '../replied.ts'
import { route } from '../route.ts'

export const declareFeedsRoute = route(declareFeeds, async ({ params, body, asker }, { records }) =>
  faultsReplied(await declaredBy(records, asker.actor, params.rubricId, body.feeds), done),
)
