import { readOverview } from '../../api/routes/read-overview.ts'
import { readOverview as found } from '../../app/reading/read-overview.ts'
import { clocksIn } from '../clocks-in.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readOverviewRoute = route(readOverview, async ({ params, query, asker }, { office }) => {
  const clocks = clocksIn(query)
  if (!clocks.ok) return clocks
  return replied(await found(office, asker.actor, params.assessmentId, clocks.value), (view) =>
    answer({
      ...view,
      sections: [...view.sections],
      ranked: view.ranked.map((row) => ({
        ...row,
        possible: [...row.possible],
        interval: [...row.interval],
        cells: [...row.cells],
      })),
    }),
  )
})
