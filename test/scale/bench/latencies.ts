/** How long each of many took, one after another or at once. */
export interface Latencies {
  readonly of: <Value>(work: Promise<Value>) => Promise<Value>
  /** The value that so many of a hundred do not exceed, in milliseconds. */
  readonly percentile: (percent: number) => number
  readonly forget: () => void
}

export function latencies(): Latencies {
  const all: number[] = []
  return {
    of: async (work) => {
      const start = performance.now()
      const value = await work
      all.push(performance.now() - start)
      return value
    },
    percentile: (percent) => {
      const sorted = all.toSorted((one, other) => one - other)
      return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
    },
    forget: () => {
      all.length = 0
    },
  }
}
