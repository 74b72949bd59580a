import { readCoverage } from '../../api/routes/read-coverage.ts'
import { readCoverage as readBy } from '../../app/records/read-coverage.ts'
import type { Feed } from '../../core/detection/coverage.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readCoverageRoute = route(readCoverage, async ({ params, asker }, { records }) =>
  replied(await readBy(records, asker.actor, params.assessmentId), ({ lines, faults }) =>
    answer({
      lines: lines.map(({ feeds, ...line }) => ({ ...line, feeds: feeds.map(feedAnswer) })),
      faults: [...faults],
    }),
  ),
)

function feedAnswer(feed: Feed) {
  return feed.kind === 'follows' ? { ...feed, clauseIds: [...feed.clauseIds] } : feed
}
