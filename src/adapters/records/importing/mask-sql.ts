import type { Field } from '../../../core/records/data-set.ts'
import type { Privacy } from '../../../core/records/import-profile.ts'
import { LONG_NUMBER_PATTERN } from '../../../core/records/mask.ts'
import { literal } from '../stored-columns.ts'

/** What is kept of a value under the profile's privacy, as `masked` of core has it. */
export function privateSql(value: string, { personal, kind }: Field, privacy: Privacy): string {
  if (privacy === 'drop') return 'NULL'
  const isText = kind.kind === 'text' || kind.kind === 'id'
  if (privacy === 'keep' || personal === null || !isText) return value
  switch (personal) {
    case 'name':
      return `left(${value}, 1) || '**'`
    case 'id-number':
    case 'phone':
      return maskedNumber(value)
    case 'address':
      return `CASE WHEN ${value} IS NOT NULL THEN '***' END`
    case 'free-text':
      return `regexp_replace(${value}, ${literal(LONG_NUMBER_PATTERN)}, '\\1****\\2', 'g')`
  }
}

function maskedNumber(value: string): string {
  const covered = `left(${value}, 3) || '****' || right(${value}, 4)`
  return `CASE WHEN length(${value}) >= 7 AND ${covered} <> ${value} THEN ${covered}
    WHEN ${value} IS NOT NULL THEN '****' END`
}
