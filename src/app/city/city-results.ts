/**
 * A city reads what its districts have published, and from nothing else: this room makes of the published results of each
 * district, which anybody can read and verify, what can be put side by side. Front door `read-city.ts`.
 */
import type { AssessmentId, CenterId, TenantId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { ShortCode } from '../../core/scoring/verification-code.ts'
import type { SignedPoints } from '../../core/scoring/score-sheet.ts'
import type { PublishedCounts } from '../reading/public-results.ts'

export interface CityResults {
  readonly cityName: string
  /** Every year of which some district has published, the latest first. */
  readonly years: readonly number[]
  /** Of which `districts` and `bases` tell; null where nothing is published. */
  readonly year: number | null
  /** Every district of the city, in the order of their ids. */
  readonly districts: readonly CityDistrict[]
  /** What is measured alike: the districts that can be compared by points. Those with most districts first. */
  readonly bases: readonly ComparedBasis[]
}

export interface CityDistrict {
  readonly district: TenantId
  readonly name: string
  readonly isSuspended: boolean
  /** Of the year; empty where the district has published nothing of it. */
  readonly published: readonly DistrictSummary[]
  /** Ledgers that could not be read just now: it is not known whether they hold something published. */
  readonly unreadable: number
}

/** One published assessment of a district. Means are of its centers, rounded to hundredths of a point. */
export interface DistrictSummary {
  readonly assessmentId: AssessmentId
  readonly title: string
  readonly noticeNumber: string | null
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  readonly sealedOn: PlainDate
  readonly publishedOn: PlainDate
  /** The same for districts that were measured alike: see `basisOf`. */
  readonly basis: Digest
  readonly centers: number
  readonly mean: SignedPoints
  readonly most: SignedPoints
  readonly least: SignedPoints
  readonly rate: Rate | null
  readonly counts: PublishedCounts
  /** Where the ledger stood with the seal: what the district's bundle is verified against. */
  readonly sealedDigest: Digest
}

/**
 * Of the sections that the notice gives points: what its centers got of what they could get, in hundredths of a percent.
 * The only figure that is comparable between notices; null where the notice gives no points, or the sheets cannot be
 * made again as they were sealed.
 */
export type Rate = number

/** One notice, read one way, over one period. */
export interface ComparedBasis {
  readonly basis: Digest
  readonly title: string
  readonly noticeNumber: string | null
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  readonly sections: readonly {
    readonly label: string
    readonly title: string
    readonly maxPoints: SignedPoints | null
  }[]
  /** By their means, the best first; ties share a rank. */
  readonly districts: readonly RankedDistrict[]
  /** Centers of all these districts in one ranking. */
  readonly centers: readonly RankedCenter[]
}

export interface RankedDistrict {
  readonly district: TenantId
  readonly assessmentId: AssessmentId
  readonly name: string
  readonly rank: number
  readonly mean: SignedPoints
  /** The means by section, in the order of `sections`; null where the sheets cannot be made again as they were sealed. */
  readonly sections: readonly SignedPoints[] | null
}

export interface RankedCenter {
  readonly district: TenantId
  readonly assessmentId: AssessmentId
  readonly districtName: string
  readonly centerId: CenterId
  readonly name: string
  readonly rank: number
  readonly score: SignedPoints
  readonly code: ShortCode
}
