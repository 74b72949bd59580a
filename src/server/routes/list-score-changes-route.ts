import { listScoreChanges } from '../../api/routes/list-score-changes.ts'
import { scoreChanges } from '../../app/reading/score-changes.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listScoreChangesRoute = route(listScoreChanges, async ({ params, asker }, { office }) =>
  replied(await scoreChanges(office, asker.actor, params.assessmentId), (changes) =>
    answer({
      changes: changes.map(({ total, rank, ...rest }) => ({
        ...rest,
        total: total === null ? null : [...total],
        rank: rank === null ? null : [...rank],
      })),
    }),
  ),
)
