import { readSheetCoverage } from '../../api/routes/read-sheet-coverage.ts'
import { sheetCoverage } from '../../app/records/sheet-coverage.ts'
import { parsePlainDate } from '../../core/kernel/plain-date.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readSheetCoverageRoute = route(readSheetCoverage, async ({ params, query, asker }, { records }) => {
  const knownBy = query.knownBy === undefined ? null : parsePlainDate(query.knownBy)
  const found = await sheetCoverage(records, asker.actor, params.assessmentId, params.centerId, knownBy)
  return replied(found, (clauses) => answer({ clauses: [...clauses] }))
})
