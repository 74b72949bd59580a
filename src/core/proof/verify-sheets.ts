import type { CenterId } from '../kernel/identifiers.ts'
import type { AssessmentState } from '../ledger/assessment-state.ts'
import type { ChainHead } from '../ledger/chain.ts'
import { isRecord } from '../ledger/field-kinds.ts'
import type { FactOf } from '../ledger/ledger-command.ts'
import { verificationCode } from '../scoring/verification-code.ts'
import type { SheetRecord } from './bundle-record.ts'
import type { CheckBook } from './check-book.ts'
import type { Digests } from './digests.ts'
import type { Place } from './place.ts'
import type { TextedSheet } from './recompute-sheets.ts'
import type { VerifiedSheet } from './verification.ts'

/** Null where the rubric is not sound. */
export type Recompute = (state: AssessmentState) => readonly TextedSheet[] | null

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
  for (const { sheet, text } of sheets) {
    book.count('sealed-sheets')
    const seal = sealed.get(sheet.centerId)
    if (!seal) book.fail('sealed-sheets', place, 'sealed-sheet-missing', sheet.centerId)
    else if (seal.score !== sheet.score || seal.digest !== digests.of(text))
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
  sheets: readonly TextedSheet[],
  head: ChainHead,
  digests: Digests,
  book: CheckBook,
): VerifiedSheet[] {
  const given = new Map<CenterId, StatedSheet>()
  for (const one of stated) {
    if (given.has(one.record.centerId))
      book.fail('sheets', { line: one.line, seq: null }, 'sheet-foreign', one.record.centerId)
    given.set(one.record.centerId, one)
  }
  if (stated.length === 0 && sheets.length > 0) book.skip('codes')
  const verified = sheets.map(({ sheet, text }): VerifiedSheet => {
    const { centerId, centerName, score, isSettled } = sheet
    const digest = digests.of(text)
    const { code } = verificationCode(head, centerId, digest, digests.of)
    const one = given.get(centerId)
    given.delete(centerId)
    book.count('sheets')
    if (one === undefined) book.fail('sheets', { line: null, seq: null }, 'sheet-missing', centerId)
    else {
      const { record, line } = one
      const place = { line, seq: null }
      book.count('codes')
      // The line was found canonical, so that writing the sheet again gives its canonical text.
      if (JSON.stringify(record.sheet) !== text)
        book.fail('sheets', place, 'sheet-differs', centerId, statedScore(record), score)
      if (record.sheetDigest !== digest) book.fail('codes', place, 'sheet-digest-differs', centerId)
      if (record.code !== code) book.fail('codes', place, 'code-differs', centerId, code)
    }
    return { centerId, centerName, score, isSettled, code }
  })
  for (const { record, line } of given.values())
    book.fail('sheets', { line, seq: null }, 'sheet-foreign', record.centerId)
  return verified
}

function statedScore({ sheet }: SheetRecord): number | null {
  return isRecord(sheet) && Number.isSafeInteger(sheet['score']) ? Number(sheet['score']) : null
}
