import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import type { ChainHead, DigestAlgorithm } from '../../core/ledger/chain.ts'
import { explainSheet } from '../../core/scoring/explain-sheet.ts'
import type { ScoreSheet } from '../../core/scoring/score-sheet.ts'
import { sheetDigest } from '../../core/scoring/sheet-digest.ts'
import { actingRefusal, type Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Office } from '../office/office.ts'
import { publishedScores, publishedSections, type PublishedScore, type PublishedSection } from './published-sections.ts'
import { sealOf, type SealedSheet } from './sealed-sheets.ts'

export interface PublishedResults {
  readonly title: string
  readonly noticeNumber: string | null
  readonly districtName: string
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  readonly statement: string
  readonly sealedOn: PlainDate
  readonly publishedOn: PlainDate
  readonly algorithm: DigestAlgorithm
  /** Where the ledger stood with the seal, and where it stands: codes of sheets made since are of the latter. */
  readonly sealedHead: ChainHead
  readonly head: ChainHead
  readonly counts: PublishedCounts
  readonly sections: readonly PublishedSection[]
  readonly results: readonly PublishedResult[]
}

/** How many findings stood at the seal and how many appeals there were, of all centers together. */
export interface PublishedCounts {
  readonly substantiated: number
  readonly appeals: number
  /** Of the appeals: those that changed a decision, in part or altogether. */
  readonly changed: number
}

export interface PublishedResult extends SealedSheet {
  /** The total as arithmetic; null with `scores`. */
  readonly sentence: string | null
  /** By section; null where this program would make another sheet of the ledger than the one that was sealed. */
  readonly scores: readonly PublishedScore[] | null
}

/** 公示 for anybody: the sealed scores, what they are made of, and nothing before they are published. */
export async function publicResults(
  office: Office,
  tenantId: TenantId,
  assessmentId: AssessmentId,
): Promise<Acting<PublishedResults>> {
  const looked = await office.live.look(tenantId, assessmentId)
  if (!looked.ok) return looked
  const tenant = await office.people.tenant(tenantId)
  if (!tenant.ok) return tenant
  const published = publishedOf(looked.value, tenant.value?.name ?? '')
  return published === null ? { ok: false, refusal: actingRefusal('not-published') } : accepted(published)
}

/** Null before results are published, and after a reopening. */
export function publishedOf(live: LiveAssessment, districtName: string): PublishedResults | null {
  const { state, told, adopted, header, head } = live
  const seal = sealOf(live)
  if (seal === null || !state.isPublished || told.publishedAt === null) return null
  const sheets = sealedOnes(live)
  const { title, noticeNumber } = adopted.rubric
  return {
    title,
    noticeNumber,
    districtName,
    periodFrom: state.periodFrom,
    periodTo: state.periodTo,
    statement: told.statement ?? '',
    sealedOn: dayOf(seal.at),
    publishedOn: dayOf(told.publishedAt),
    algorithm: header.algorithm,
    sealedHead: seal.head,
    head,
    counts: countsOf(state),
    sections: publishedSections(adopted.rubric, [...sheets.values()]),
    results: seal.sheets.map((one) => {
      const sheet = sheets.get(one.digest)
      return {
        ...one,
        // What is still open was never decided: it is not for the public.
        sentence: sheet === undefined ? null : explainSheet({ ...sheet, isSettled: true }),
        scores: sheet === undefined ? null : publishedScores(adopted.rubric, sheet),
      }
    }),
  }
}

function countsOf({ findings, appeals }: AssessmentState): PublishedCounts {
  const all = [...findings.values()]
  return {
    substantiated: all.filter(({ standing }) => standing === 'substantiated').length,
    appeals: appeals.size,
    changed: all.filter(({ appeal }) => appeal?.outcome === 'varied' || appeal?.outcome === 'reversed').length,
  }
}

/** By digest, so that only the very sheets that were sealed are told of. Nothing may be done between a seal and a reopening. */
function sealedOnes({ scores, digestOf }: LiveAssessment): ReadonlyMap<string, ScoreSheet> {
  return new Map(scores.sheets().map((sheet) => [sheetDigest(sheet, digestOf), sheet]))
}
