import type { Timestamp } from '../../core/kernel/timestamp.ts'

/** Something that is done at a moment; what it leads to later it answers. */
export interface Step {
  readonly at: Timestamp
  readonly take: () => Promise<readonly Step[]>
}

/** All steps in order of time, with those that they lead to, as far as `until`; of equal moments the one told first. */
export async function live(
  steps: readonly Step[],
  until: Timestamp,
  setClock: (time: Timestamp) => void,
  progress: (done: number, left: number) => void,
): Promise<void> {
  let waiting = inTime(steps, until)
  let done = 0
  while (waiting.length > 0) {
    const [next, ...rest] = waiting
    if (next === undefined) return
    setClock(next.at)
    const led = await next.take()
    done += 1
    progress(done, rest.length)
    waiting = led.length === 0 ? rest : inTime([...rest, ...led], until)
  }
}

function inTime(steps: readonly Step[], until: Timestamp): readonly Step[] {
  return steps.filter(({ at }) => at <= until).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
