import { correctNotice } from '../notice/correct-notice.ts'
import { READER } from '../notice/reader.ts'
import { isSame } from '../rubric/clause-terms.ts'
import { correctionsIn } from '../rubric/corrections-in.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { CheckBook } from './check-book.ts'
import type { Place } from './place.ts'
import { orNullIfUnsound } from './recompute-sheets.ts'

/**
 * A corrected rubric must be what the notice reads as with its corrections, and nothing else: the notice is read again. One
 * that says nothing of corrections is held by its digest alone, as the compiler of before may have read otherwise.
 */
export function checkReading(rubric: Rubric, notice: string, place: Place, book: CheckBook): void {
  const corrections = correctionsIn(rubric)
  if (corrections.length === 0 && rubric.reader === undefined) return
  if (rubric.reader !== undefined && rubric.reader !== READER) return book.skip('rubric')
  const made = orNullIfUnsound(() => correctNotice(notice, rubric.id, corrections))
  if (made === null) return book.fail('rubric', place, 'rubric-not-read-so', '')
  if (!made.ok) return book.fail('rubric', place, 'rubric-not-read-so', made.refusals[0].message)
  if (!isSame(made.value.rubric, rubric)) book.fail('rubric', place, 'rubric-not-read-so', '')
}
