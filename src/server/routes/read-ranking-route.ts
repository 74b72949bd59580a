import { readRanking } from '../../api/routes/read-ranking.ts'
import { rankCenters } from '../../app/reading/rank-centers.ts'
import { clocksIn } from '../clocks-in.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readRankingRoute = route(readRanking, async ({ params, query, asker }, { office }) => {
  const clocks = clocksIn(query)
  if (!clocks.ok) return clocks
  return replied(
    await rankCenters(office, asker.actor, params.assessmentId, clocks.value),
    ({ ranked, head, ...rest }) =>
      answer(
        { ...rest, head, ranked: ranked.map(({ possible, ...one }) => ({ ...one, possible: [...possible] })) },
        { etag: head.digest },
      ),
  )
})
