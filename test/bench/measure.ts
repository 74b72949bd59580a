import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Milliseconds of several runs: by the clock, and the median of what the processor worked for them. */
export interface Timing {
  readonly median: number
  readonly least: number
  readonly most: number
  readonly processor: number
}

export interface Comparison {
  readonly timings: readonly Timing[]
  /**
   * By contender: the median over the rounds of its processor time by that of the first contender in the same round.
   * Other processes of a busy machine take time of the clock, not of the processor.
   */
  readonly ratios: readonly number[]
  /** The same by the clock, for what waits: on a disk, on the other end of a wire. */
  readonly clockRatios: readonly number[]
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
  const times: Run[][] = contenders.map(() => [])
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const prepared = prepare(round)
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const at = (turn + round) % contenders.length
      const started = process.cpuUsage()
      const start = performance.now()
      await contenders[at]?.(prepared)
      const clock = performance.now() - start
      const { user, system } = process.cpuUsage(started)
      if (round >= warmUps) times[at]?.push({ clock, processor: (user + system) / 1000 })
    }
  }
  const first = times[0] ?? []
  const ratiosBy = (measure: keyof Run) =>
    times.map((own) => median(own.map((one, round) => one[measure] / (first[round] ?? one)[measure])))
  return { timings: times.map(timingOf), ratios: ratiosBy('processor'), clockRatios: ratiosBy('clock') }
}

export async function timed(runs: number, warmUps: number, run: () => unknown): Promise<Timing> {
  const { timings } = await alternate({ rounds: runs, warmUps }, () => null, [run])
  return timings[0] ?? { median: 0, least: 0, most: 0, processor: 0 }
}

export function scaled({ median, least, most, processor }: Timing, divisor: number): Timing {
  return { median: median / divisor, least: least / divisor, most: most / divisor, processor: processor / divisor }
}

export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024
}

/** Of the processes that this one has started and that still live, the most that one has held; 0 where the system does not tell. */
export function peakOfChildren(): number {
  const threads = existsSync('/proc/self/task') ? readdirSync('/proc/self/task') : []
  const children = threads.flatMap((thread) => words(`/proc/self/task/${thread}/children`))
  return Math.max(0, ...children.map(peakOf))
}

/** The most that a living process has held; 0 where the system does not tell. */
export function peakOf(process: number | string): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(text(`/proc/${process}/status`))?.[1] ?? 0) / 1024
}

function words(path: string): string[] {
  return text(path).split(' ').filter(Boolean)
}

function text(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

interface Run {
  readonly clock: number
  readonly processor: number
}

function timingOf(runs: readonly Run[]): Timing {
  const clocks = runs.map(({ clock }) => clock)
  return {
    median: median(clocks),
    least: Math.min(...clocks),
    most: Math.max(...clocks),
    processor: median(runs.map(({ processor }) => processor)),
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
