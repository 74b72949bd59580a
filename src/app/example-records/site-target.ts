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
  /** How many of the cases at a counter each one takes; all of them together. */
  readonly loads: readonly (readonly [counter: SiteCounter, cases: number])[]
  /** A line that one counter never takes. */
  readonly avoided: { readonly counterId: string; readonly line: string } | null
  /** Whether all counters are open on days of rest too; elsewhere they take turns. */
  readonly isAlwaysOpen: boolean
}
