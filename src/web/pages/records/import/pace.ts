/** How far something was at a moment. */
export interface Sample {
  /** Milliseconds. */
  readonly at: number
  readonly done: number
}

export interface UploadPace {
  /** Null while there is nothing to measure. */
  readonly perSecond: number | null
  readonly remainingSeconds: number | null
}

/** Older than this says nothing of how fast it goes now. */
const WINDOW_MS = 10_000
const LEAST_MS = 800

/** The samples that still count, with a new one. */
export function sampled(samples: readonly Sample[], next: Sample): readonly Sample[] {
  const last = samples.at(-1)
  if (last !== undefined && next.done < last.done) return [next]
  return [...samples.filter(({ at }) => next.at - at <= WINDOW_MS), next]
}

export function paceOf(samples: readonly Sample[], total: number): UploadPace {
  const [first] = samples
  const last = samples.at(-1)
  if (first === undefined || last === undefined || last.at - first.at < LEAST_MS) return NOTHING
  const perSecond = Math.round(((last.done - first.done) * 1000) / (last.at - first.at))
  if (perSecond === 0) return { perSecond, remainingSeconds: null }
  return { perSecond, remainingSeconds: Math.ceil(Math.max(total - last.done, 0) / perSecond) }
}

const NOTHING: UploadPace = { perSecond: null, remainingSeconds: null }

const LEAST_PIECE = 256 * 1024
const MOST_PIECE = 8 * 1024 * 1024

/** Pieces of about two seconds: short enough to lose little and to be seen moving, long enough to fill the line. */
export function nextPiece(bytes: number, tookMs: number): number {
  if (tookMs < 1_000) return Math.min(bytes * 2, MOST_PIECE)
  return tookMs > 4_000 ? Math.max(Math.floor(bytes / 2), LEAST_PIECE) : bytes
}

export const FIRST_PIECE = 512 * 1024
