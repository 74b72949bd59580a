import type { Site, SiteCounter } from './site.ts'

/** How much ordinary traffic a center has in the period, exactly, so that its measures come out as planned. */
export interface SiteTarget {
  readonly site: Site
  /** Completed at a counter and rated, or not. */
  readonly rated: number
  readonly unrated: number
  /** At a counter, and declined or withdrawn. */
  readonly unfinished: number
  readonly online: number
  /** By mail or at a terminal. */
  readonly elsewhere: number
  /** Completed at a counter in all, and rated of them, with what is planted. */
  readonly rate: { readonly completed: number; readonly rated: number }
  /** How many of the cases at a counter each one takes, line by line; all of them together. */
  readonly loads: readonly CounterLoad[]
  /** Whether all counters are open on days of rest too; elsewhere they take turns. */
  readonly isAlwaysOpen: boolean
}

export interface CounterLoad {
  readonly counter: SiteCounter
  readonly lines: readonly LineCases[]
}

export type LineCases = readonly [line: string, cases: number]

export function casesIn(lines: Iterable<LineCases>): number {
  let all = 0
  for (const [, cases] of lines) all += cases
  return all
}
