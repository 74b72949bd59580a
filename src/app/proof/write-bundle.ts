import type { CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { ChainHead, Digest } from '../../core/ledger/chain.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import { bundleCounter } from '../../core/proof/bundle-counts.ts'
import {
  BUNDLE_FORMAT,
  type BundleCounts,
  type BundleRecord,
  type SheetRecord,
} from '../../core/proof/bundle-record.ts'
import { centerBook } from '../../core/proof/center-of.ts'
import type { Digests } from '../../core/proof/digests.ts'
import { entryLine, recordLine } from '../../core/proof/record-line.ts'
import { recomputeSheets } from '../../core/proof/recompute-sheets.ts'
import { isShownTo } from '../../core/proof/shown-to.ts'
import { calendarRecord } from '../../core/proof/verify-deadlines.ts'
import { sheetDigest } from '../../core/scoring/sheet-digest.ts'
import { verificationCode } from '../../core/scoring/verification-code.ts'
import { calendarOfVersion } from '../office/count-deadline.ts'
import { readSource, type BundleSource, type ProofOutcome } from './bundle-source.ts'
import { surveyLedger, type Survey } from './survey-ledger.ts'

export interface BundleWish {
  /** Null for the whole assessment; a center for its own part. */
  readonly centerId: CenterId | null
  readonly madeAt: Timestamp
  readonly program: string
}

export interface WrittenBundle {
  readonly head: ChainHead
  readonly counts: BundleCounts
  /** The digest of the seal. */
  readonly digest: Digest
  readonly codes: readonly Pick<SheetRecord, 'centerId' | 'code'>[]
  readonly evidence: readonly string[]
}

/**
 * Writes a bundle piece by piece to `out`, which may make it wait. The ledger is read twice: once to know what the records
 * before the entries must hold, and again up to the same head, as a running server goes on.
 */
export async function writeBundle(
  source: BundleSource,
  wish: BundleWish,
  digests: Digests,
  out: (text: string) => Promise<void>,
): Promise<ProofOutcome<WrittenBundle>> {
  const surveyed = await surveyLedger(source, wish.centerId, digests)
  if (!surveyed.ok) return surveyed
  const survey = surveyed.value
  if (wish.centerId !== null && !survey.whole.centers.has(wish.centerId))
    return { ok: false, refusal: refusal('center-unknown', wish.centerId) }
  const running = digests.start()
  const counter = bundleCounter()
  const emit = async (line: string) => {
    const text = `${line}\n`
    running.add(text)
    await out(text)
  }
  const write = async (record: BundleRecord) => {
    counter.take(record)
    await emit(recordLine(record))
  }
  const { madeAt, program, centerId } = wish
  await write({ kind: 'bundle', format: BUNDLE_FORMAT, header: source.header, centerId, madeAt, program })
  await write({ kind: 'notice', text: source.notice })
  await write({ kind: 'rubric', rubric: source.rubric })
  for (const interpretation of source.earlier) await write({ kind: 'interpretation', interpretation })
  for (const version of [...survey.calendarVersions].toSorted()) {
    const calendar = calendarOfVersion(source.calendars, version)
    if (calendar !== null) await write(calendarRecord(calendar))
  }
  for (const digest of survey.evidence) {
    const file = await source.evidence(digest)
    if (!file.ok) return file
    await write(file.value)
  }
  const book = centerBook()
  const read = await readSource(source, survey.head.seq, digests, (event, entry) => {
    const isShown = centerId === null || isShownTo(centerId, event, book, survey.laidOpen)
    counter.entry(!isShown)
    return emit(entryLine(isShown ? entry : { ...entry, body: null }))
  })
  if (!read.ok) return read
  const sheets = sheetsOf(source, survey, wish, digests)
  for (const sheet of sheets) await write(sheet.record)
  const counts = counter.counts(
    survey.shown,
    sheets.map(({ score }) => ({ score })),
  )
  await write({ kind: 'manifest', counts, head: survey.head, terms: survey.shown.terms })
  const digest = running.digest()
  await out(`${recordLine({ kind: 'seal', digest })}\n`)
  return accepted({
    head: survey.head,
    counts,
    digest,
    codes: sheets.map(({ record }) => record),
    evidence: survey.evidence,
  })
}

function sheetsOf(
  { rubric, earlier }: BundleSource,
  { whole, head }: Survey,
  { centerId: only }: BundleWish,
  digests: Digests,
): { readonly record: SheetRecord; readonly score: number }[] {
  return recomputeSheets(rubric, earlier, whole)
    .filter(({ centerId }) => only === null || centerId === only)
    .map((sheet) => {
      const digest = sheetDigest(sheet, digests.of)
      const { centerId, code } = verificationCode(head, sheet.centerId, digest, digests.of)
      return { record: { kind: 'sheet', centerId, sheet, sheetDigest: digest, code }, score: sheet.score }
    })
}
