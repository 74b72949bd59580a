import type { Timing } from './measure.ts'

/** What `npm run bench` can run. Every part runs in a process of its own, so that its peak memory is its own. */
export interface Suite {
  readonly name: string
  readonly about: string
  readonly parts: readonly string[]
  /** Those that differ when they are quick, where not all do: parts that are only larger than another come to the same. */
  readonly quickParts?: readonly string[]
  readonly run: (part: string, size: Size) => Promise<readonly Row[]>
}

/** `quick` shows that a suite runs and that peers agree; its times mean nothing. */
export type Size = 'full' | 'quick'

/** One line of the table. `per` says what the time is for. */
export interface Row {
  readonly what: string
  readonly time: Timing
  readonly per: string
  /** How many of `unit` in that time. */
  readonly count?: number
  readonly unit?: string
  /** Waiting is part of what is measured: the rate is by the clock, not by the processor. */
  readonly isByClock?: boolean
  /** How many times slower than what `than` names. */
  readonly ratio?: number
  readonly than?: string
  /** The size of what was done, where rows of one suite differ in it: the table then tells how time grows. */
  readonly series?: number
  readonly aim?: string
  readonly isReached?: boolean
  /** What the sizing table rests on, by name: kept in `docs/guide/sizing.json` by `npm run bench:scale`. */
  readonly figures?: Readonly<Record<string, number>>
}

export interface PartResult {
  readonly rows: readonly Row[]
  readonly peakMegabytes: number
}
