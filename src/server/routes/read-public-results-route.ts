import { readPublicResults } from '../../api/routes/read-public-results.ts'
import { publicResults } from '../../app/reading/public-results.ts'
import { actingRefusal } from '../../app/office/acting-refusals.ts'
import { answer, route } from '../route.ts'

/** To the public, what is not published is not there: neither the district nor the assessment is told. */
export const readPublicResultsRoute = route(readPublicResults, async ({ params }, { office }) => {
  const read = await publicResults(office, params.district, params.assessmentId)
  if (read.ok) return answer(read.value)
  return read.refusal.code === 'assessment-unknown' ? { ok: false, refusal: actingRefusal('not-published') } : read
})
