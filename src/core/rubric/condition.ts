import type { ClauseId } from '../kernel/identifiers.ts'
import type { Points } from '../kernel/points.ts'
import type { Rational } from '../kernel/rational.ts'

/** When a clause applies. A price may stand under several; `phrase` is the wording as printed. */
export type Condition =
  | Threshold
  | RunningCount
  | Otherwise
  | Verified
  | Approved
  | Responsible
  | WithinDeadline
  | Exempt
  | Absent
  | FoundBy
  | Severity
  | CumulativeLoss
  | PeerStanding

export type Comparison = '<' | '<=' | '>' | '>=' | '='

/** 评价率低于70%: the clause fires when the measured metric compares so. */
export interface Threshold {
  readonly kind: 'threshold'
  readonly metric: string
  readonly op: Comparison
  readonly value: Rational
  readonly unit: string
}

/** 第三次及以上每次扣5分: fires by the number of the occurrence within the period. */
export interface RunningCount {
  readonly kind: 'running-count'
  readonly metric: string
  readonly op: Comparison
  readonly value: Rational
  readonly unit: string
}

/** 否则: fires when a requirement is not met. With two antecedents the notice does not say which. */
export interface Otherwise {
  readonly kind: 'otherwise'
  readonly antecedents: readonly string[]
}

/** 查实, 经核实: a breach must be substantiated. Every deduction is; here the notice says so itself. */
export interface Verified {
  readonly kind: 'verified'
  readonly phrase: string
}

/** 经审定: a bonus must be approved. */
export interface Approved {
  readonly kind: 'approved'
  readonly phrase: string
}

/** 责任范围内: only what the assessed center answers for. */
export interface Responsible {
  readonly kind: 'responsible'
  readonly phrase: string
}

/** 5个工作日内 */
export interface WithinDeadline {
  readonly kind: 'deadline'
  readonly limit: Rational
  readonly unit: string
  readonly workingDays: boolean
  readonly phrase: string
}

/** 不可抗力除外: a case that is not charged. */
export interface Exempt {
  readonly kind: 'exempt'
  readonly phrase: string
}

/** 全年无属实投诉: given when nothing of the kind happened in the whole period, so only once it has closed. */
export interface Absent {
  readonly kind: 'absent'
  readonly what: string
  readonly over: string
  /** The clauses whose substantiated findings break it, where the notice leaves no doubt; otherwise a question asks. */
  readonly brokenBy: readonly ClauseId[]
}

/** 自查发现 … 被上级抽查发现: the price depends on who found it. */
export interface FoundBy {
  readonly kind: 'found-by'
  readonly phrase: string
}

/** 情节轻微 / 情节恶劣: classes that exclude each other. */
export interface Severity {
  readonly kind: 'severity'
  readonly phrase: string
}

/** 累计扣满5分的: fires when the losses add up to so much. */
export interface CumulativeLoss {
  readonly kind: 'cumulative-loss'
  readonly points: Points
  readonly phrase: string
}

/** 末位, 前3名: depends on the others. */
export interface PeerStanding {
  readonly kind: 'peer-standing'
  readonly phrase: string
}
