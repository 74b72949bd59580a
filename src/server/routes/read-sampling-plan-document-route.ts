import { readSamplingPlanDocument } from '../../api/routes/read-sampling-plan-document.ts'
import { samplingPlanDocument } from '../../app/documents/sampling-plan-document.ts'
import { documentReply } from '../document-reply.ts'
import { route } from '../route.ts'

export const readSamplingPlanDocumentRoute = route(
  readSamplingPlanDocument,
  async ({ params, query, asker }, parts) => {
    const { assessmentId, planId } = params
    const document = await samplingPlanDocument(parts.sampling, asker.actor, assessmentId, planId)
    return documentReply(parts, document, query.form)
  },
)
