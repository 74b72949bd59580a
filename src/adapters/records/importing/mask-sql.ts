import type { Field } from '../../../core/records/data-set.ts'
import type { Privacy } from '../../../core/records/import-profile.ts'
import { COVER, MASKABLE_TEXT, TEXT_MASKS } from '../../../core/records/mask.ts'
import { literal } from '../stored-columns.ts'

/** What is kept of a value under the profile's privacy, as `masked` of core has it. */
export function privateSql(value: string, { personal, kind }: Field, privacy: Privacy): string {
  if (privacy === 'drop') return 'NULL'
  const isText = kind.kind === 'text' || kind.kind === 'id'
  if (privacy === 'keep' || personal === null || !isText) return value
  switch (personal) {
    case 'name':
      return `substr(${value}, 1, 1) || '**'`
    case 'id-number':
    case 'phone':
      return maskedNumber(value)
    case 'address':
      return `CASE WHEN ${value} IS NOT NULL THEN '${COVER}' END`
    case 'free-text':
      return maskedText(value)
  }
}

/** Most texts hold no number: those are read once and not replaced in. */
function maskedText(value: string): string {
  const covered = TEXT_MASKS.reduce(
    (text, { pattern, by }) =>
      `regexp_replace(${text}, ${literal(pattern)}, ${literal(by.replaceAll('$', '\\'))}, 'g')`,
    value,
  )
  return `CASE WHEN regexp_matches(${value}, ${literal(MASKABLE_TEXT)}) THEN ${covered} ELSE ${value} END`
}

/** `right` and `||` take twice as long as these. */
function maskedNumber(value: string): string {
  const cover = literal(COVER)
  return `CASE WHEN length(${value}) >= 11 THEN concat(substr(${value}, 1, 3), ${cover}, substr(${value}, -4))
    WHEN length(${value}) >= 7 THEN concat(${cover}, substr(${value}, -4))
    WHEN ${value} IS NOT NULL THEN ${cover} END`
}
