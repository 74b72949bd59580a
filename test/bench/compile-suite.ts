import { id, type RubricId } from '../../src/core/kernel/identifiers.ts'
import { compileNotice } from '../../src/core/notice/compile-notice.ts'
import { allClauses } from '../../src/core/rubric/find-clause.ts'
import { timed } from './measure.ts'
import { noticeOf } from './notice-of.ts'
import type { Row, Size, Suite } from './suite.ts'

/** Notices of 50, 500 and 5,000 clauses, read into rubrics; each in a process of its own, so that all start cold. */
export const compileSuite: Suite = {
  name: 'compile',
  about: 'a notice of N clauses into a rubric',
  parts: ['50', '500', '5000'],
  run: async (part, size) => compileRows(size === 'quick' ? Number(part) / 50 : Number(part), size),
}

async function compileRows(clauses: number, size: Size): Promise<Row[]> {
  const notice = noticeOf(clauses)
  const compile = () => compileNotice(notice, { rubricId: id<RubricId>('bench') })
  const cold = await timed(1, 0, compile)
  const warm = await timed(size === 'quick' ? 1 : clauses > 1000 ? 15 : 25, 2, compile)
  const count = allClauses(compile().rubric).length
  if (count !== clauses) throw new Error(`a notice of ${clauses} clauses was read as one of ${count}`)
  const what = `${count.toLocaleString('en')} clauses`
  const aim = clauses >= 5000 ? { aim: 'under 1 s by the clock', isReached: warm.median < 1000 } : {}
  return [
    { what: `${what}, first run`, per: 'notice', time: cold, count, unit: 'clauses' },
    { what: `${what}, warm`, per: 'notice', time: warm, count, unit: 'clauses', series: clauses, ...aim },
  ]
}
