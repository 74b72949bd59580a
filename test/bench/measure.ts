/** Milliseconds of several runs. */
export interface Timing {
  readonly median: number
  readonly least: number
  readonly most: number
}

export interface Comparison {
  readonly timings: readonly Timing[]
  /** By contender: the median over the rounds of its time by that of the first contender in the same round. */
  readonly ratios: readonly number[]
}

/**
 * Runs all contenders in every round, each time beginning with another, so that what disturbs the machine disturbs all
 * of them. The first `warmUps` rounds are not counted. `prepare` is not timed.
 */
export async function alternate<Prepared>(
  { rounds, warmUps }: { readonly rounds: number; readonly warmUps: number },
  prepare: (round: number) => Prepared,
  contenders: readonly ((prepared: Prepared) => unknown)[],
): Promise<Comparison> {
  const times: number[][] = contenders.map(() => [])
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const prepared = prepare(round)
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const at = (turn + round) % contenders.length
      const start = performance.now()
      await contenders[at]?.(prepared)
      const time = performance.now() - start
      if (round >= warmUps) times[at]?.push(time)
    }
  }
  const first = times[0] ?? []
  return {
    timings: times.map(timingOf),
    ratios: times.map((own) => median(own.map((time, round) => time / (first[round] ?? time)))),
  }
}

export async function timed(runs: number, warmUps: number, run: () => unknown): Promise<Timing> {
  const { timings } = await alternate({ rounds: runs, warmUps }, () => null, [run])
  return timings[0] ?? { median: 0, least: 0, most: 0 }
}

export function scaled({ median, least, most }: Timing, divisor: number): Timing {
  return { median: median / divisor, least: least / divisor, most: most / divisor }
}

export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024
}

function timingOf(times: readonly number[]): Timing {
  return { median: median(times), least: Math.min(...times), most: Math.max(...times) }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
