import { previewDecision } from '../../api/routes/preview-decision.ts'
import { previewDecision as previewed } from '../../app/reading/preview-decision.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const previewDecisionRoute = route(previewDecision, async ({ params, query, asker }, { office }) => {
  const { decision, clauseId = null, occurrences = null, occurredOn = null, points = null } = query
  const thought = { decision, clauseId, occurrences, occurredOn, points }
  return replied(await previewed(office, asker.actor, params.assessmentId, params.findingId, thought), (preview) =>
    answer({ ...preview, numbers: [...preview.numbers] }),
  )
})
