import { adoptRubric } from '../../api/routes/adopt-rubric.ts'
import { adoptRubric as adopted } from '../../app/acting/adopt-rubric.ts'
import { allClauses } from '../../core/rubric/find-clause.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const adoptRubricRoute = route(adoptRubric, async ({ body, asker }, { office }) =>
  replied(
    await adopted(office, asker.actor, body),
    ({ adopted: { rubric, rubricDigest, noticeDigest }, diagnostics }) =>
      answer({
        rubricDigest,
        noticeDigest,
        title: rubric.title,
        clauses: allClauses(rubric).length,
        questions: rubric.questions.length,
        diagnostics,
      }),
  ),
)
