import { canonicalJson } from '../kernel/canonical-json.ts'
import { shapeFault } from '../kernel/shape-fault.ts'
import type { LedgerHeader } from '../ledger/chain.ts'
import { checkRubric } from '../rubric/check-rubric.ts'
import { RUBRIC_SHAPE } from '../rubric/rubric-shape.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { CheckBook } from './check-book.ts'
import type { Digests } from './digests.ts'
import { checkReading } from './verify-reading.ts'

interface Given {
  readonly notice: string | null
  readonly rubric: unknown
  /** The line of the rubric. */
  readonly line: number
}

/**
 * The rubric where it can be scored by, otherwise null. That it is the one that the ledger was opened over and quotes the
 * notice stands in the book; one that does not is still used where it is sound, as the sheets may tell more.
 */
export function checkedRubric(
  { notice, rubric, line }: Given,
  header: LedgerHeader,
  digests: Digests,
  book: CheckBook,
): Rubric | null {
  const place = { line, seq: null }
  book.count('rubric')
  if (notice !== null && digests.of(notice) !== header.noticeDigest)
    book.fail('rubric', { line: null, seq: null }, 'notice-differs')
  if (digests.of(canonicalJson(rubric)) !== header.rubricDigest) book.fail('rubric', place, 'rubric-differs')
  const wrong = shapeFault(rubric, RUBRIC_SHAPE, '')
  if (wrong !== null) {
    book.fail('rubric', place, 'rubric-unsound', `${wrong.place} 应为${wrong.expected}`)
    return null
  }
  const sound = rubric as Rubric
  const [fault] = checkRubric(sound)
  if (fault !== undefined) {
    book.fail('rubric', place, 'rubric-unsound', fault.message)
    return null
  }
  const [misquote] = notice === null ? [] : checkRubric(sound, notice)
  if (misquote !== undefined) book.fail('rubric', place, 'rubric-not-quoting', misquote.message)
  else if (notice !== null) checkReading(sound, notice, place, book)
  return sound
}
