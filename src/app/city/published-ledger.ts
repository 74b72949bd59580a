import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { SignedPoints } from '../../core/scoring/score-sheet.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Office } from '../office/office.ts'
import { publishedOf, type PublishedResults } from '../reading/public-results.ts'
import type { ComparedBasis, DistrictSummary, RankedCenter, Rate } from './city-results.ts'

/** What of a ledger's published results can be put beside others'. Small, so that it is kept where the ledger is not. */
export interface PublishedLedger {
  /** That in which its period ends; without a period, that in which it was sealed. */
  readonly year: number
  readonly summary: DistrictSummary
  readonly sections: ComparedBasis['sections']
  /** The means by section, in their order; null where the sheets cannot be made again as they were sealed. */
  readonly sectionMeans: readonly SignedPoints[] | null
  readonly centers: readonly Pick<RankedCenter, 'centerId' | 'name' | 'score' | 'code'>[]
}

/** Null where nothing is published. */
export function publishedLedger(office: Office, live: LiveAssessment): PublishedLedger | null {
  // What the district is called now, no ledger says.
  const results = publishedOf(live, '')
  if (results === null) return null
  const { periodTo, sealedOn, sections } = results
  return {
    year: Number((periodTo ?? sealedOn).slice(0, 4)),
    summary: summaryOf(office, live, results),
    sections: sections.map(({ label, title, maxPoints }) => ({ label, title, maxPoints })),
    sectionMeans: sectionMeans(results),
    centers: results.results.map(({ centerId, name, score, code }) => ({ centerId, name, score, code })),
  }
}

function summaryOf(office: Office, live: LiveAssessment, results: PublishedResults): DistrictSummary {
  const scores = results.results.map(({ score }) => score)
  const { title, noticeNumber, periodFrom, periodTo, sealedOn, publishedOn, counts } = results
  return {
    assessmentId: live.header.assessmentId,
    title,
    noticeNumber,
    periodFrom,
    periodTo,
    sealedOn,
    publishedOn,
    basis: basisOf(office, live),
    centers: scores.length,
    mean: meanOf(scores),
    most: Math.max(...scores),
    least: Math.min(...scores),
    rate: rateOf(results),
    counts,
    sealedDigest: results.sealedHead.digest,
  }
}

/**
 * What points mean: the rubric, the answers in force to what it leaves open, and the period. Two districts with the same are
 * measured alike, whatever digests their ledgers use; who answered, when and why makes no difference.
 */
function basisOf({ digester }: Office, { adopted, state }: LiveAssessment): Digest {
  const answers = [...state.answers.values()]
    .map(({ questionId, reading, points }) => ({ questionId, reading, points }))
    .sort((one, other) => (one.questionId < other.questionId ? -1 : 1))
  const { periodFrom, periodTo } = state
  return digester('sha256')(canonicalJson({ rubric: adopted.rubric, answers, periodFrom, periodTo }))
}

function sectionMeans({ sections, results }: PublishedResults): readonly SignedPoints[] | null {
  const made = results.flatMap(({ scores }) => (scores === null ? [] : [scores]))
  if (made.length < results.length) return null
  return sections.map((_section, at) => meanOf(made.map((scores) => scores[at]?.score ?? 0)))
}

function rateOf({ sections, results }: PublishedResults): Rate | null {
  const full = sections.reduce((sum, { maxPoints }) => sum + (maxPoints ?? 0), 0)
  if (full === 0 || results.length === 0) return null
  let got = 0
  for (const { scores } of results) {
    if (scores === null) return null
    sections.forEach(({ maxPoints }, at) => {
      if (maxPoints !== null) got += scores[at]?.score ?? 0
    })
  }
  return Math.round((got * 10_000) / (full * results.length))
}

function meanOf(scores: readonly SignedPoints[]): SignedPoints {
  return scores.length === 0 ? 0 : Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length)
}
