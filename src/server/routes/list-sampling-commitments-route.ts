import { listSamplingCommitments } from '../../api/routes/list-sampling-commitments.ts'
import { listCommitments } from '../../app/sampling/list-commitments.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listSamplingCommitmentsRoute = route(listSamplingCommitments, async ({ params, asker }, { sampling }) =>
  replied(await listCommitments(sampling, asker.actor, params.assessmentId), (commitments) =>
    answer({ commitments: [...commitments] }),
  ),
)
