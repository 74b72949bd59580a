/**
 * Verification of a bundle, on any machine and without trust in the one that wrote it: lines are taken one after another
 * and nothing is kept but the folded state, so that a bundle of any length can be read. It never stops at the first failure
 * where going on makes sense. What it cannot see is a history that was rewritten whole, with every digest made anew: against
 * that stands an anchor, a code or a head that somebody kept.
 */
import { isRecord } from '../ledger/field-kinds.ts'
import { BUNDLE_FORMAT, type OpeningRecord } from './bundle-record.ts'
import { checkBook, CHECKS } from './check-book.ts'
import type { DigestsBy, RunningDigest } from './digests.ts'
import { readRecord } from './read-record.ts'
import type { Anchor } from './verify-anchor.ts'
import { orderCheck } from './verify-order.ts'
import { recordCheck, type RecordCheck } from './verify-records.ts'
import type { Verification } from './verification.ts'

/** A line as it was read: strictly, so that equal texts are equal bytes. Null where its bytes are no UTF-8. */
export interface BundleLine {
  readonly text: string | null
  /** False for a last line without its line end. */
  readonly isEnded: boolean
}

export interface BundleVerifier {
  readonly take: (line: BundleLine) => void
  readonly end: () => Verification
}

export const NO_ANCHOR: Anchor = { code: null, head: null, centerId: null }

export function verifyBundle(
  lines: Iterable<BundleLine>,
  digestsBy: DigestsBy,
  anchor: Anchor = NO_ANCHOR,
): Verification {
  const verifier = bundleVerifier(digestsBy, anchor)
  for (const line of lines) verifier.take(line)
  return verifier.end()
}

/** The same for lines that arrive by and by. */
export function bundleVerifier(digestsBy: DigestsBy, anchor: Anchor): BundleVerifier {
  const isAnchored = anchor.code !== null || anchor.head !== null
  const book = checkBook(CHECKS.filter((what) => what !== 'anchor' || isAnchored))
  const order = orderCheck(book)
  let number = 0
  let foreign: 'empty' | 'not-bundle' | 'format-unknown' | null = 'empty'
  let opened: { readonly running: RunningDigest; readonly records: RecordCheck } | null = null
  let isSealed = false

  const open = (text: string | null) => {
    const read = openingIn(text)
    if (typeof read === 'string') {
      foreign = read
      return
    }
    foreign = null
    const digests = digestsBy(read.header.algorithm)
    opened = { running: digests.start(), records: recordCheck(read, digests, book, anchor) }
  }

  const take = ({ text, isEnded }: BundleLine) => {
    number += 1
    const place = { line: number, seq: null }
    if (number === 1) open(text)
    if (opened === null) return
    book.count('form')
    if (isSealed) book.fail('form', place, 'after-seal')
    if (!isEnded) book.fail('form', place, 'line-end-missing')
    if (text === null) return book.fail('form', place, 'line-not-text')
    const read = readRecord(text)
    if (!read.ok) book.report('form', place, read.refusal)
    else order.take(read.value.kind, number)
    if (read.ok && read.value.kind === 'seal') {
      if (isSealed) return
      isSealed = true
      book.count('seal')
      if (read.value.digest !== opened.running.digest()) book.fail('seal', place, 'seal-differs')
      return
    }
    opened.running.add(isEnded ? `${text}\n` : text)
    if (read.ok && !isSealed) opened.records.take(read.value, text, number)
  }

  const end = (): Verification => {
    if (opened === null) return { kind: 'foreign', reason: foreign ?? 'not-bundle' }
    order.end(number)
    if (!isSealed) book.skip('seal')
    const verified = opened.records.end(number)
    const checks = book.checks()
    return { kind: 'verified', ...verified, checks, holds: checks.every(({ state }) => state === 'holds') }
  }

  return { take, end }
}

function openingIn(text: string | null): OpeningRecord | 'not-bundle' | 'format-unknown' {
  const read = text === null ? null : readRecord(text)
  if (read?.ok && read.value.kind === 'bundle') return read.value
  return text !== null && isOtherFormat(text) ? 'format-unknown' : 'not-bundle'
}

function isOtherFormat(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    const format = isRecord(value) && value['kind'] === 'bundle' ? value['format'] : null
    return typeof format === 'string' && /^mingheng-bundle\/\d+$/u.test(format) && format !== BUNDLE_FORMAT
  } catch {
    return false
  }
}
