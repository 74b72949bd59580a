import { readTrend } from '../../api/routes/read-trend.ts'
import { readTrend as found } from '../../app/reading/read-trend.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readTrendRoute = route(readTrend, async ({ params, query, asker }, { office }) => {
  const period = { from: query.from ?? null, to: query.to ?? null }
  return replied(await found(office, asker.actor, params.assessmentId, period), ({ centers, mean, ...rest }) =>
    answer({ ...rest, mean: [...mean], centers: centers.map((one) => ({ ...one, points: [...one.points] })) }),
  )
})
