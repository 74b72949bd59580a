import type { SqlNode } from '../../records/vetting.ts'

/**
 * What is known of a value before a query runs. `range` is of whole numbers and of days (counted from 1970-01-01); `bits` is
 * how wide DuckDB takes a number, beyond which it refuses. `key`: rows of one shard only bear the same value, of this kind.
 */
export interface Term {
  readonly kind: 'text' | 'day' | 'time' | 'whole' | 'truth' | 'null'
  readonly mayBeNull: boolean
  /** The column's type has a place for NULL, whether or not a condition has left any. */
  readonly isNullable: boolean
  readonly range: Range
  readonly bits: 32 | 64 | 128
  readonly key: string | null
  /** Each character is one byte. */
  readonly isAscii: boolean
  /** A truth of which one engine may say NULL and the other false. As a condition both mean no. */
  readonly isLoose: boolean
  readonly literal: string | number | null
  /** It may be made of literals alone, so that it is the same in every row. */
  readonly isConstant: boolean
  /** Whether ClickHouse takes a whole number for one that is never negative, and for how wide: of 64 bits it has nothing in common with one that may be. */
  readonly unsigned: 'no' | 'narrow' | 'wide'
}

export type Range = readonly [from: number, to: number]

/** Rows that a query reads or makes: spread over the shards, each on one, or the same everywhere. */
export interface Relation {
  readonly place: Place
  readonly columns: ReadonlyMap<string, Term>
  /** No more than this many, over all shards. */
  readonly rows: number
}

export type Place = 'spread' | 'everywhere'

/** The tables of one SELECT, by the names that it calls them. */
export type Scope = ReadonlyMap<string, Relation>

/** What goes along while a query is walked. One doubt is enough not to trust the shards with it; the walk goes on. */
export interface Proof {
  readonly tables: (name: string) => Relation | null
  /** Centers that bear a slash could not be told from what follows it. */
  readonly isSlashFree: boolean
  /** Which columns of this SELECT the one around it makes something of, by their places: others may not be made. Null for all. */
  readonly needed: ReadonlySet<number> | null
  readonly doubts: Set<string>
}

export function doubt(proof: Proof, why: string): Term {
  proof.doubts.add(why)
  return UNKNOWN
}

export function term(kind: Term['kind'], more: Partial<Term> = {}): Term {
  const plain = { mayBeNull: false, isNullable: false, range: NO_RANGE, bits: 64, key: null } as const
  return { kind, ...plain, isAscii: false, isLoose: false, literal: null, isConstant: false, unsigned: 'no', ...more }
}

export function whole(range: Range, bits: Term['bits'], more: Partial<Term> = {}): Term {
  return term('whole', { range, bits, ...more })
}

/** What holds of anything that is made of these, because it holds of one of them or of all. */
export function madeOf(...terms: readonly Term[]): Pick<Term, 'mayBeNull' | 'isNullable' | 'isConstant'> {
  return {
    mayBeNull: terms.some(({ mayBeNull }) => mayBeNull),
    isNullable: terms.some(({ isNullable }) => isNullable),
    isConstant: terms.every(({ isConstant }) => isConstant),
  }
}

/** One type has a place for both. */
export function haveOneType(one: Term, other: Term): boolean {
  const signs = new Set([one.unsigned, other.unsigned])
  return one.kind !== 'whole' || !signs.has('no') || !signs.has('wide')
}

export const NO_RANGE: Range = [0, 0]

const UNKNOWN = term('null', { mayBeNull: true, isNullable: true })

/** Asks for the proof of a query inside an expression. */
export type ProveQuery = (proof: Proof, node: SqlNode) => Relation

/** Where an expression stands. */
export interface Standing {
  readonly proof: Proof
  readonly scope: Scope
  readonly place: Place
  /** Of the tables together: what is counted or summed is no more. */
  readonly rows: number
  /** Aggregates have groups to count in. */
  readonly isGrouped: boolean
  readonly proveQuery: ProveQuery
  readonly united: (proof: Proof, one: Term, other: Term) => Term
}
