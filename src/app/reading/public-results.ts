import type { AssessmentId, CenterId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { SheetSeal } from '../../core/ledger/ledger-event.ts'
import { actingRefusal, type Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'

export interface PublishedResults {
  readonly title: string
  readonly noticeNumber: string | null
  readonly statement: string
  readonly results: readonly PublishedResult[]
}

export interface PublishedResult extends SheetSeal {
  readonly centerId: CenterId
  readonly name: string
  readonly rank: number
}

/** 公示 for anybody: the sealed scores and their digests, and nothing before they are published. */
export async function publicResults(
  office: Office,
  tenantId: TenantId,
  assessmentId: AssessmentId,
): Promise<Acting<PublishedResults>> {
  const looked = await office.live.look(tenantId, assessmentId)
  if (!looked.ok) return looked
  const { state, told, adopted } = looked.value
  const { seal } = state
  if (seal === null || !state.isPublished) return { ok: false, refusal: actingRefusal('not-published') }
  const results = seal.sheets
    .map((sheet) => ({
      ...sheet,
      name: state.centers.get(sheet.centerId) ?? sheet.centerId,
      rank: 1 + seal.sheets.filter(({ score }) => score > sheet.score).length,
    }))
    .sort((one, other) => one.rank - other.rank)
  const { title, noticeNumber } = adopted.rubric
  return accepted({ title, noticeNumber, statement: told.statement ?? '', results })
}
