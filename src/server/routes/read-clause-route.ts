import { readClause } from '../../api/routes/read-clause.ts'
import { clauseSoFar } from '../../app/reading/clause-so-far.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readClauseRoute = route(readClause, async ({ params, asker }, { office }) =>
  replied(await clauseSoFar(office, asker.actor, params.assessmentId, params.clauseId), (soFar) =>
    answer({ ...soFar, conditions: [...soFar.conditions], findings: [...soFar.findings] }),
  ),
)
