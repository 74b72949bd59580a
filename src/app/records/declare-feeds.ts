import { coverageOf, type DeclaredFeed } from '../../core/detection/coverage.ts'
import type { RubricId } from '../../core/kernel/identifiers.ts'
import type { Refusal } from '../../core/kernel/outcome.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { rubricNamed, type FileFault } from './adopt-detections.ts'
import { refuseAtDesk, type DeskCode } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'

export type Declaration =
  | { readonly ok: true; readonly value: null }
  | { readonly ok: false; readonly refusal: Refusal<DeskCode> & { readonly faults?: readonly FileFault[] } }

/**
 * What inspections look at and which documents are asked for, for each clause that data cannot show: the whole list, in place
 * of the one before. A clause without any feed is no fault here: the coverage shows it until one is adopted or declared.
 */
export async function declareFeeds(
  desk: Pick<RecordsDesk, 'detections' | 'office'>,
  actor: Actor,
  rubricId: RubricId,
  feeds: readonly DeclaredFeed[],
): Promise<Declaration> {
  if (!may(actor, 'detection.adopt', null)) return refuseAtDesk('not-permitted')
  const rubric = await rubricNamed(desk, actor, rubricId)
  if (!rubric.ok) return rubric
  const empty = feeds.filter(({ inspection, documents }) => inspection === null && documents === null)
  const faults: FileFault[] = [
    ...coverageOf(rubric.value, [], feeds)
      .faults.filter(({ code }) => code !== 'clause-unfed')
      .map(({ clauseId, message }) => ({ file: clauseId, line: null, message })),
    ...empty.map(({ clauseId }) => ({
      file: clauseId,
      line: null,
      message: `${clauseId} 款两样都没有写；请至少写一样`,
    })),
  ]
  const [first] = faults
  if (first !== undefined) {
    const { refusal } = refuseAtDesk('feeds-wrong', faults.length, first.message)
    return { ok: false, refusal: { ...refusal, faults } }
  }
  const declared = { feeds, by: actor.personId, at: desk.office.clock.now() }
  return desk.detections.declare(actor.tenantId, rubricId, declared)
}
