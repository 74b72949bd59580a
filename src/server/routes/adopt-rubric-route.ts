import { adoptRubric } from '../../api/routes/adopt-rubric.ts'
import { adoptRubric as adopted } from '../../app/acting/adopt-rubric.ts'
import { correctionsIn } from '../../core/rubric/corrections-in.ts'
import { allClauses } from '../../core/rubric/find-clause.ts'
import { correctionsReplied } from '../corrections-replied.ts'
import { answer, route } from '../route.ts'

export const adoptRubricRoute = route(adoptRubric, async ({ body, asker }, { office }) =>
  correctionsReplied(
    await adopted(office, asker.actor, body),
    ({ adopted: { rubric, rubricDigest, noticeDigest }, diagnostics }) =>
      answer({
        rubricDigest,
        noticeDigest,
        title: rubric.title,
        clauses: allClauses(rubric).length,
        questions: rubric.questions.length,
        corrections: correctionsIn(rubric).length,
        diagnostics,
      }),
  ),
)
