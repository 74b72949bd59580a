import type { Digest } from '../../core/ledger/chain.ts'
import type { SignedPoints } from '../../core/scoring/score-sheet.ts'
import type { PublishedResults } from '../reading/public-results.ts'
import type { ComparedBasis, DistrictSummary, RankedCenter, RankedDistrict, Rate } from './city-results.ts'
import type { PublishedBy } from './published-in.ts'

export function summarize({ assessmentId, basis, results }: PublishedBy): DistrictSummary {
  const scores = results.results.map(({ score }) => score)
  const { title, noticeNumber, periodFrom, periodTo, sealedOn, publishedOn, counts } = results
  return {
    assessmentId,
    title,
    noticeNumber,
    periodFrom,
    periodTo,
    sealedOn,
    publishedOn,
    basis,
    centers: scores.length,
    mean: meanOf(scores),
    most: Math.max(...scores),
    least: Math.min(...scores),
    rate: rateOf(results),
    counts,
    sealedDigest: results.sealedHead.digest,
  }
}

/** Never more than one basis in one ranking: points of different notices, or of one notice read differently, are not of one kind. */
export function compareAlike(published: readonly PublishedBy[]): readonly ComparedBasis[] {
  const byBasis = new Map<Digest, PublishedBy[]>()
  for (const one of published) byBasis.set(one.basis, [...(byBasis.get(one.basis) ?? []), one])
  return [...byBasis.values()].map(comparedOf).sort((one, other) => other.districts.length - one.districts.length)
}

function comparedOf(alike: readonly PublishedBy[]): ComparedBasis {
  const [first] = alike
  if (first === undefined) throw new Error('a basis without results')
  const { title, noticeNumber, periodFrom, periodTo, sections } = first.results
  return {
    basis: first.basis,
    title,
    noticeNumber,
    periodFrom,
    periodTo,
    sections: sections.map(({ label, title: name, maxPoints }) => ({ label, title: name, maxPoints })),
    districts: ranked(alike.map(districtOf), ({ mean }) => mean),
    centers: ranked(alike.flatMap(centersOf), ({ score }) => score),
  }
}

function districtOf({ district, assessmentId, results }: PublishedBy): Omit<RankedDistrict, 'rank'> {
  return {
    district,
    assessmentId,
    name: results.districtName,
    mean: meanOf(results.results.map(({ score }) => score)),
    sections: sectionMeans(results),
  }
}

function centersOf({ district, results }: PublishedBy): readonly Omit<RankedCenter, 'rank'>[] {
  return results.results.map(({ centerId, name, score, code }) => ({
    district,
    districtName: results.districtName,
    centerId,
    name,
    score,
    code,
  }))
}

/** The best first; ties share a rank, and the next is skipped. */
function ranked<Entry extends object>(
  entries: readonly Entry[],
  scoreOf: (entry: Entry) => SignedPoints,
): readonly (Entry & { readonly rank: number })[] {
  return entries
    .map((entry) => ({ ...entry, rank: 1 + entries.filter((other) => scoreOf(other) > scoreOf(entry)).length }))
    .sort((one, other) => one.rank - other.rank)
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
