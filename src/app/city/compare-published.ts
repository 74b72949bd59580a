import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { SignedPoints } from '../../core/scoring/score-sheet.ts'
import type { ComparedBasis, RankedCenter, RankedDistrict } from './city-results.ts'
import type { PublishedLedger } from './published-ledger.ts'

/** A ledger's published results with whose they are. */
export interface PublishedBy extends PublishedLedger {
  readonly district: TenantId
  readonly districtName: string
}

/** Never more than one basis in one ranking: points of different notices, or of one notice read differently, are not of one kind. */
export function compareAlike(published: readonly PublishedBy[]): readonly ComparedBasis[] {
  const byBasis = new Map<Digest, PublishedBy[]>()
  for (const one of published) byBasis.set(one.summary.basis, [...(byBasis.get(one.summary.basis) ?? []), one])
  return [...byBasis.values()].map(comparedOf).sort((one, other) => other.districts.length - one.districts.length)
}

function comparedOf(alike: readonly PublishedBy[]): ComparedBasis {
  const [first] = alike
  if (first === undefined) throw new Error('a basis without results')
  const { basis, title, noticeNumber, periodFrom, periodTo } = first.summary
  return {
    basis,
    title,
    noticeNumber,
    periodFrom,
    periodTo,
    sections: first.sections,
    districts: ranked(alike.map(districtOf), ({ mean }) => mean),
    centers: ranked(alike.flatMap(centersOf), ({ score }) => score),
  }
}

function districtOf({ district, districtName, summary, sectionMeans }: PublishedBy): Omit<RankedDistrict, 'rank'> {
  const { assessmentId, mean } = summary
  return { district, assessmentId, name: districtName, mean, sections: sectionMeans }
}

function centersOf({ district, districtName, summary, centers }: PublishedBy): readonly Omit<RankedCenter, 'rank'>[] {
  return centers.map((center) => ({ district, districtName, assessmentId: summary.assessmentId, ...center }))
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
