import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { shownValue } from '../../../core/records/shown-value.ts'

/**
 * The names in a header, where it is one: names no column twice, does not look like a record, and is no title over the
 * table. A name may be blank: whoever reads the rows sees to it that nothing stands below. `sample` are the first rows below.
 */
export function checkHeader(
  fileName: string,
  cells: readonly string[],
  sample: readonly (readonly string[])[],
): Kept<readonly string[]> {
  const names = cells.map((cell) => cell.trim())
  while (names.at(-1) === '') names.pop()
  if (names.length > MOST_COLUMNS)
    return refusedRecords('file-too-large', fileName, `有 ${names.length} 列`, `${MOST_COLUMNS} 列`)
  if (looksLikeRecord(names) || looksLikeTitle(names, sample)) return refusedRecords('file-no-header', fileName)
  const seen = new Set<string>()
  for (const name of names) {
    const compared = name.normalize('NFKC')
    if (seen.has(compared)) return refusedRecords('header-repeated', fileName, plainName(name))
    if (compared !== '') seen.add(compared)
  }
  return accepted(names)
}

/** More than any table has; each row of a sheet would be written out to its full width. */
const MOST_COLUMNS = 1000

const DATE = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T].*)?$|^(?:19|20)\d{6}(?:T?\d{4,6})?$/u
const NUMBER = /^[-+]?\d[\d,]*(?:\.\d+)?%?$/u
const LONG_NUMBER = /\d{7}/u

function looksLikeRecord(names: readonly string[]): boolean {
  const filled = names.filter((name) => name !== '').map((name) => name.normalize('NFKC'))
  if (filled.some((name) => DATE.test(name))) return true
  const like = filled.filter((name) => NUMBER.test(name) || LONG_NUMBER.test(name))
  return filled.length === 0 || like.length * 2 > filled.length
}

/** One name alone over rows of three and more. */
function looksLikeTitle(names: readonly string[], sample: readonly (readonly string[])[]): boolean {
  if (names.filter((name) => name !== '').length > 1) return false
  return sample.some((cells) => cells.filter((cell) => cell.trim() !== '').length > 2)
}

function plainName(name: string): string {
  return shownValue(name).slice(1, -1)
}
