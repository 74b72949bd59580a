import { listRubrics } from '../../api/routes/list-rubrics.ts'
import { listRubrics as listed } from '../../app/acting/adopt-rubric.ts'
import { correctionsIn } from '../../core/rubric/corrections-in.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listRubricsRoute = route(listRubrics, async ({ asker }, { office }) =>
  replied(await listed(office, asker.actor), (rubrics) =>
    answer({
      rubrics: rubrics.map(({ rubric, rubricDigest, noticeDigest }) => ({
        rubricId: rubric.id,
        rubricDigest,
        noticeDigest,
        title: rubric.title,
        noticeNumber: rubric.noticeNumber,
        year: rubric.year,
        corrections: correctionsIn(rubric).length,
      })),
    }),
  ),
)
