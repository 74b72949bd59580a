import type { InspectionRecord } from './inspection-record.ts'

/**
 * What the finding says happened: where, and what the inspector wrote. Where neither was written the clause's own words
 * stand: a photo under a clause needs no more.
 */
export function describeRecord({
  place,
  remark,
  clause,
}: Pick<InspectionRecord, 'place' | 'remark' | 'clause'>): string {
  const said = [place, remark].map((text) => text.trim()).filter((text) => text !== '')
  return said.length === 0 ? (clause?.quote ?? '') : said.join('\n')
}
