/**
 * A detection looks for one clause's breach in operational records: SQL that an auditor can read, under a header that says
 * which clause, which data sets, which parameters and why. It only suspects. `parse-detection.ts` reads the file,
 * `suspicions-of.ts` makes suspicions of what the SQL answered, `reconcile.ts` says what the ledger should learn of them.
 */
import type { CenterId, ClauseId, EventKey, QuestionId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Rational } from '../kernel/rational.ts'
import type { DataSetName } from '../records/data-set.ts'
import type { Comparison } from '../rubric/condition.ts'

export interface Detection {
  /** The file's name without `.sql`; also what suspicions carry. */
  readonly name: string
  readonly clauseId: ClauseId
  /** Which requirement under one 否则 it sees broken, by its place; null where the clause has only one. */
  readonly unmet: number | null
  readonly title: string
  /** What it shows and what it cannot show, in Chinese. */
  readonly shows: string
  readonly dataSets: readonly DataSetName[]
  readonly parameters: readonly Parameter[]
  readonly shape: Shape
  /** One SELECT, with parameters as `:name`. */
  readonly sql: string
  /** A second SELECT that lists the records behind one measure (`:center_id`, `:period` beside the parameters); null for none. */
  readonly recordsSql: string | null
  /** The file as it was read: what the digest is of. */
  readonly text: string
}

export type Shape =
  /**
   * `center_id, subject, occurred_on, occurrences, event_key, record_ref`, and `measured` where the clause is priced by a
   * number (the stars of one rating): one suspicion per subject, one line per record. Lines of one subject agree in all but
   * `occurred_on`, of which the earliest holds, and `record_ref`. A record that ought to be and is not bears a name that
   * begins with `absent:`.
   */
  | { readonly kind: 'rows' }
  /** `center_id, period, numerator, denominator`: judged exactly, one suspicion per measure that falls short. */
  | { readonly kind: 'measures'; readonly judge: Judge }

/** By the threshold that the clause itself prints, or by a limit that the office sets because the notice prints none. */
export type Judge =
  | { readonly kind: 'clause' }
  | { readonly kind: 'limit'; readonly op: Comparison; readonly parameter: string; readonly unit: string }

/**
 * `value` is a whole number or a word that SQL is given. `because` is the interpretation: where the number comes from, for
 * the reader. Where it depends on a question that the notice leaves open, each reading has its value; until the office
 * answers, `value` holds, which must be the one that suspects most, and every suspicion says that the question is open.
 */
export interface Parameter {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly because: string
  readonly question: { readonly questionId: QuestionId; readonly byReading: Readonly<Record<string, number>> } | null
}

/** What SQL answered for the shape `rows`, one line per record. */
export interface DetectedRow {
  readonly centerId: CenterId
  readonly subject: string
  readonly occurredOn: PlainDate
  readonly occurrences: number
  readonly eventKey: EventKey | null
  readonly recordRef: string
  /** In the unit of the clause's threshold; null where the clause asks for none. */
  readonly measured: number | null
}

/** What SQL answered for the shape `measures`. `period` is `2021` or `2021-03`. A denominator of 0 measures nothing. */
export interface DetectedMeasure {
  readonly centerId: CenterId
  readonly period: string
  readonly numerator: number
  readonly denominator: number
}

/** What a run found under one clause: raised, amended or withdrawn in the ledger by `reconcile`. */
export interface Suspicion {
  readonly detection: string
  /** What makes it the same suspicion on the next run: for rows the subject, for measures the period. */
  readonly subject: string
  readonly centerId: CenterId
  readonly clauseId: ClauseId
  readonly occurrences: number
  readonly occurredOn: PlainDate
  readonly eventKey: EventKey | null
  readonly measured: Rational | null
  readonly unmet: readonly number[] | null
  /** For the center that is to answer it; its records are described beside it (`alleged-by.ts`). */
  readonly description: string
  /** All record refs, sorted, each once; a measure carries `measure:NUMERATOR/DENOMINATOR`. */
  readonly records: readonly string[]
}
