import type { Match } from '../../core/document/formula.ts'
import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'

/** The table of published assessments, and that of their centers, which a workbook computes from. */
export const PUBLISHED = 'published'
export const CITY_CENTERS = 'centers'

export function publishedKey(district: TenantId, assessmentId: AssessmentId): string {
  return `${district}/${assessmentId}`
}

/** The rows of `CITY_CENTERS` that are of one published assessment: two districts may bear one name. */
export function ownCenters(district: TenantId, assessmentId: AssessmentId): readonly Match[] {
  return [
    { column: 'district', equals: district },
    { column: 'assessment', equals: assessmentId },
  ]
}
