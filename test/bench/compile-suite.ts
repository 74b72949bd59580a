import { id, type RubricId } from '../../src/core/kernel/identifiers.ts'
import { compileNotice } from '../../src/core/notice/compile-notice.ts'
import { allClauses } from '../../src/core/rubric/find-clause.ts'
import { timed } from './measure.ts'
import { noticeOf } from './notice-of.ts'
import type { Row, Size, Suite } from './suite.ts'

/** Notices of 50, 500 and 5,000 criteria, read into rubrics; each in a process of its own, so that all start cold. */
export const compileSuite: Suite = {
  name: 'compile',
  about: 'a notice of N criteria into a rubric',
  parts: ['50', '500', '5000'],
  run: async (part, size) => compileRows(size === 'quick' ? Number(part) / 50 : Number(part), size),
}

async function compileRows(criteria: number, size: Size): Promise<Row[]> {
  const notice = noticeOf(criteria)
  const compile = () => compileNotice(notice, { rubricId: id<RubricId>('bench') })
  const cold = await timed(1, 0, compile)
  const warm = await timed(size === 'quick' ? 1 : criteria > 1000 ? 9 : 25, 2, compile)
  const { rubric } = compile()
  const count = allClauses(rubric).length
  if (rubric.sections.flatMap((section) => section.criteria).length !== criteria)
    throw new Error(`a notice of ${criteria} criteria was read otherwise`)
  const what = `${criteria.toLocaleString('en')} criteria (${count.toLocaleString('en')} clauses)`
  const aim = criteria >= 5000 ? { aim: 'under 1 s', isReached: warm.processor < 1000 } : {}
  return [
    { what: `${what}, first run`, per: 'notice', time: cold, count, unit: 'clauses' },
    { what: `${what}, warm`, per: 'notice', time: warm, count, unit: 'clauses', series: criteria, ...aim },
  ]
}
