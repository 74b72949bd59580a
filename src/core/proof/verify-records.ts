import type { ClauseId } from '../kernel/identifiers.ts'
import type { AssessmentState } from '../ledger/assessment-state.ts'
import type { LedgerEvent } from '../ledger/ledger-event.ts'
import { allClauses } from '../rubric/find-clause.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { bundleCounter } from './bundle-counts.ts'
import type { BundleRecord, ManifestRecord, OpeningRecord } from './bundle-record.ts'
import type { CheckBook } from './check-book.ts'
import type { Digests } from './digests.ts'
import type { Place } from './place.ts'
import { orNullIfUnsound, planNow, recomputeTexts } from './recompute-sheets.ts'
import { anchorSearch, type Anchor } from './verify-anchor.ts'
import { deadlineCheck } from './verify-deadlines.ts'
import { entryCheck } from './verify-entries.ts'
import { evidenceCheck } from './verify-evidence.ts'
import { checkManifest } from './verify-manifest.ts'
import { checkedRubric } from './verify-rubric.ts'
import { samplingCheck } from './verify-sampling.ts'
import { checkSealed, checkSheets, type StatedSheet } from './verify-sheets.ts'
import type { Verification } from './verification.ts'

export interface RecordCheck {
  readonly take: (record: BundleRecord, text: string, line: number) => void
  readonly end: (lines: number) => Verified
}

type Verified = Omit<Extract<Verification, { kind: 'verified' }>, 'kind' | 'checks' | 'holds'>

/** What each record says, against what is recomputed from those before it. */
export function recordCheck(opening: OpeningRecord, digests: Digests, book: CheckBook, anchor: Anchor): RecordCheck {
  const { header, centerId: only } = opening
  const isWhole = only === null
  const counter = bundleCounter()
  const deadlines = deadlineCheck(book)
  const evidence = evidenceCheck(book)
  const sampling = samplingCheck(deadlines.calendar, only, digests.of, book)
  const earlier: Interpretation[] = []
  const stated: StatedSheet[] = []
  let notice: string | null = null
  let rubric: Rubric | null = null
  let clauses: ReadonlySet<ClauseId> = new Set()
  let manifest: { readonly record: ManifestRecord; readonly line: number } | null = null

  const recompute = (state: AssessmentState) => (rubric === null ? null : recomputeTexts(rubric, earlier, state, only))
  const search = anchorSearch(
    anchor,
    (state) => {
      const sound = rubric
      return sound === null ? null : orNullIfUnsound(() => planNow(sound, earlier, state))
    },
    digests,
  )
  const before = (event: LedgerEvent, state: AssessmentState, place: Place) => {
    deadlines.take(event, place)
    evidence.take(event, place)
    sampling.take(event, place)
    if (rubric !== null && 'clauseId' in event && !clauses.has(event.clauseId))
      book.fail('events', place, 'clause-unknown', event.clauseId)
    if (rubric !== null && event.type === 'AssessmentOpened' && event.rubricId !== rubric.id)
      book.fail('events', place, 'rubric-id-differs', event.rubricId, rubric.id)
    if (event.type === 'AssessmentSealed') checkSealed(event, state, place, isWhole, recompute, digests, book)
  }
  const entries = entryCheck(header, isWhole, digests, book, { before, after: search.after })

  const take = (record: BundleRecord, text: string, line: number) => {
    counter.take(record)
    switch (record.kind) {
      case 'notice':
        notice = record.text
        break
      case 'rubric':
        rubric = checkedRubric({ notice, rubric: record.rubric, line }, header, digests, book)
        clauses = new Set(rubric === null ? [] : allClauses(rubric).map(({ id }) => id))
        break
      case 'interpretation':
        earlier.push(record.interpretation)
        break
      case 'calendar':
        deadlines.list(record, line)
        break
      case 'evidence':
        evidence.list(record, line)
        break
      case 'entry':
        entries.take(record, text, line)
        break
      case 'sheet':
        stated.push({ record, line })
        break
      case 'manifest':
        manifest = { record, line }
        break
      case 'bundle':
      case 'seal':
        break
    }
  }

  const end = (lines: number): Verified => {
    const head = entries.head()
    const state = entries.state()
    const files = evidence.end()
    sampling.end(state)
    const sheets = recompute(state)
    if (sheets === null) for (const what of ['sheets', 'codes', 'sealed-sheets'] as const) book.skip(what)
    const verified = sheets === null ? [] : checkSheets(stated, sheets, head, digests, book)
    if (rubric === null) book.skip('rubric')
    else if (sheets === null) book.fail('sheets', { line: null, seq: null }, 'not-scorable')
    const counts = counter.counts(state, verified)
    checkManifest(manifest, { counts, head, terms: state.terms, isScored: sheets !== null }, book)
    const found = search.found()
    if (anchor.head !== null || anchor.code !== null) book.count('anchor')
    if (anchor.head !== null && found.head === null) book.fail('anchor', NOWHERE, 'head-not-in-chain')
    if (anchor.code !== null && found.code === null) book.fail('anchor', NOWHERE, 'code-not-in-chain')
    return {
      opening,
      about: {
        title: rubric?.title ?? null,
        periodFrom: state.periodFrom,
        periodTo: state.periodTo,
        lines,
        withheld: counts.withheld,
        centers: state.centers,
      },
      head,
      anchor: found,
      sheets: verified,
      evidence: files,
    }
  }

  return { take, end }
}

const NOWHERE: Place = { line: null, seq: null }
