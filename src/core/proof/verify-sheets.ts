import { canonicalJson } from '../kernel/canonical-json.ts'
import type { CenterId } from '../kernel/identifiers.ts'
import type { AssessmentState } from '../ledger/assessment-state.ts'
import type { ChainHead } from '../ledger/chain.ts'
import { isRecord } from '../ledger/field-kinds.ts'
import type { FactOf } from '../ledger/ledger-command.ts'
import type { ScoreSheet } from '../scoring/score-sheet.ts'
import { sheetDigest } from '../scoring/sheet-digest.ts'
import { verificationCode } from '../scoring/verification-code.ts'
import type { SheetRecord } from './bundle-record.ts'
import type { CheckBook } from './check-book.ts'
import type { Digests } from './digests.ts'
import type { Place } from './place.ts'

/** Null where the rubric is not sound. */
export type Recompute = (state: AssessmentState) => ScoreSheet[] | null

/** A seal in the ledger against the sheets of the state before it; of a center's own bundle, as far as it shows centers. */
export function checkSealed(
  event: FactOf<'AssessmentSealed'>,
  state: AssessmentState,
  place: Place,
  isWhole: boolean,
  recompute: Recompute,
  digests: Digests,
  book: CheckBook,
): void {
  const sheets = recompute(state)
  if (sheets === null) return book.skip('sealed-sheets')
  const sealed = new Map(event.sheets.map((one) => [one.centerId, one]))
  for (const sheet of sheets) {
    book.count('sealed-sheets')
    const seal = sealed.get(sheet.centerId)
    if (!seal) book.fail('sealed-sheets', place, 'sealed-sheet-missing', sheet.centerId)
    else if (seal.score !== sheet.score || seal.digest !== sheetDigest(sheet, digests.of))
      book.fail('sealed-sheets', place, 'sealed-sheet-differs', sheet.centerId)
    sealed.delete(sheet.centerId)
  }
  if (isWhole) for (const centerId of sealed.keys()) book.fail('sealed-sheets', place, 'sealed-sheet-foreign', centerId)
}

export interface StatedSheet {
  readonly record: SheetRecord
  readonly line: number
}

/** The sheets that the bundle states against those of the last state, with their digests and codes. */
export function checkSheets(
  stated: readonly StatedSheet[],
  sheets: readonly ScoreSheet[],
  head: ChainHead,
  digests: Digests,
  book: CheckBook,
): void {
  const left = new Map<CenterId, ScoreSheet>(sheets.map((sheet) => [sheet.centerId, sheet]))
  for (const { record, line } of stated) {
    const place = { line, seq: null }
    const { centerId } = record
    const sheet = left.get(centerId)
    book.count('sheets')
    book.count('codes')
    if (!sheet) {
      book.fail('sheets', place, 'sheet-foreign', centerId)
      continue
    }
    left.delete(centerId)
    if (canonicalJson(sheet) !== canonicalJson(record.sheet))
      book.fail('sheets', place, 'sheet-differs', centerId, statedScore(record), sheet.score)
    const digest = sheetDigest(sheet, digests.of)
    if (record.sheetDigest !== digest) book.fail('codes', place, 'sheet-digest-differs', centerId)
    const { code } = verificationCode(head, centerId, digest, digests.of)
    if (record.code !== code) book.fail('codes', place, 'code-differs', centerId, code)
  }
  for (const centerId of left.keys()) book.fail('sheets', { line: null, seq: null }, 'sheet-missing', centerId)
}

function statedScore({ sheet }: SheetRecord): number | null {
  return isRecord(sheet) && Number.isSafeInteger(sheet['score']) ? Number(sheet['score']) : null
}
