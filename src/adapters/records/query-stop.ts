/** When a query ends before its time: by its clock, by whoever asked, or by whoever closes. */
export interface Stop {
  readonly signal: AbortSignal
  /** Waiting for its turn is not counted. */
  readonly startClock: () => void
  readonly endClock: () => void
  readonly isLate: () => boolean
}

export function stopping(signals: readonly (AbortSignal | null)[], seconds: number): Stop {
  const late = new AbortController()
  let clock: ReturnType<typeof setTimeout> | undefined
  return {
    signal: AbortSignal.any([late.signal, ...signals.filter((signal) => signal !== null)]),
    startClock: () => {
      clock ??= setTimeout(() => late.abort(), seconds * 1_000)
    },
    endClock: () => clearTimeout(clock),
    isLate: () => late.signal.aborted,
  }
}
