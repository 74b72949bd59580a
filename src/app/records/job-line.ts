import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Clock } from '../ports/clock.ts'
import type { Job, JobEnd, JobResult, JobStore, Pace, StepNote } from '../ports/job-store.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import { stepPace, type StepPace } from './step-pace.ts'
import { wakeable } from './wakeable.ts'

/**
 * Long work waits here and is done one piece at a time, whoever's it is: two imports at once would each take half the
 * memory and more than twice the time. Districts take turns. Every job is in the store before it waits and when it ended.
 * Where several nodes share the store, each has a line of its own; what one district asked for is done in its order all the
 * same, one piece at a time, on whichever nodes it was asked.
 */
export interface JobLine {
  readonly nodeId: string
  /** Refused where too many of the district's wait already. */
  readonly start: (tenantId: TenantId, job: Job, work: JobWork) => Promise<AtDesk<null>>
  /** How far a job is that runs here; null for all others. */
  readonly pace: (tenantId: TenantId, jobId: string) => Pace | null
  /** How a job ended that the store could not take down: its disk is full. Null for all others. */
  readonly untold: (tenantId: TenantId, jobId: string) => JobEnd | null
  /** On whichever node; whether there was something to cancel. What was done before it was heard is told as done. */
  readonly cancel: (tenantId: TenantId, jobId: string) => Promise<AtDesk<boolean>>
  /** Takes no more work, stops what runs and waits for it. */
  readonly stop: () => Promise<void>
  /** Of all districts, on this node. */
  readonly counts: () => { readonly waiting: number; readonly running: number }
}

/** Does the work. Aborted, it leaves everything as before and answers `cancelled`; it throws for bugs only. */
export type JobWork = (watch: JobWatch) => Promise<JobResult>

export interface JobWatch {
  readonly note: (step: StepNote) => void
  readonly signal: AbortSignal
}

export interface LineParts {
  readonly store: JobStore
  readonly nodeId: string
  readonly clock: Clock
  readonly tellBug: (error: unknown) => void
  /** How often the store is told and asked. */
  readonly everyMs?: number
}

interface Entry {
  readonly tenantId: TenantId
  readonly job: Job
  readonly place: number
  readonly work: JobWork
  readonly ending: AbortController
  readonly pace: StepPace
}

interface Untold {
  readonly tenantId: TenantId
  readonly jobId: string
  readonly end: JobEnd
}

/** More than this of one district do not wait: whoever starts so many has lost sight of them. */
const MOST_WAITING = 20

const EVERY_MS = 1_000

export function jobLine({ store, nodeId, clock, tellBug, everyMs = EVERY_MS }: LineParts): JobLine {
  let waiting: readonly Entry[] = []
  let running: Entry | null = null
  let isStopping = false
  let working: Promise<void> | null = null
  const turns = turnsOfDistricts()
  const bell = wakeable()
  const untold = new Map<string, Untold>()
  const cancelled = new WeakSet<AbortController>()

  const told = async ({ tenantId, jobId, end }: Untold) => {
    try {
      return (await store.end(tenantId, jobId, end)).ok
    } catch (error) {
      tellBug(error)
      return false
    }
  }
  const settle = async ({ tenantId, job: { jobId } }: Entry, result: JobResult) => {
    const ended = { tenantId, jobId, end: { at: clock.now(), ...result } }
    if (!(await told(ended))) untold.set(placeOf(tenantId, jobId), ended)
  }
  /** The district's next would wait for ever for one that ended unheard. */
  const tellAgain = async () => {
    for (const [place, ended] of untold) if (await told(ended)) untold.delete(place)
  }
  const leave = async (entries: readonly Entry[], state: 'cancelled' | 'interrupted') => {
    waiting = waiting.filter((entry) => !entries.includes(entry))
    for (const entry of entries) await settle(entry, { state })
  }
  /** The first whose turn it is in its district; null while all wait for other nodes. */
  const nextTaken = async (): Promise<Entry | null> => {
    for (const entry of turns.firsts(waiting)) {
      const taken = await store.take(entry.tenantId, entry.job.jobId, clock.now())
      // Meanwhile it may have been cancelled, or all be stopping.
      if (!waiting.includes(entry) || !taken.ok || taken.value === 'behind') continue
      waiting = waiting.filter((one) => one !== entry)
      // Cancelled on another node, or taken for dead with this one.
      if (taken.value === 'ended') continue
      turns.served(entry.tenantId)
      return entry
    }
    return null
  }
  /** What another node asked reaches the work, and how far it is reaches those who ask another node. */
  const listen = ({ tenantId, job, pace, ending }: Entry): (() => void) => {
    let isAsking = false
    const ask = async () => {
      const said = await store.note(tenantId, job.jobId, pace.pace())
      if (!said.ok || said.value === 'go-on') return
      if (said.value === 'cancel') cancelled.add(ending)
      ending.abort()
    }
    const timer = setInterval(() => {
      if (isAsking) return
      isAsking = true
      void ask()
        .catch(tellBug)
        .finally(() => (isAsking = false))
    }, everyMs)
    return () => clearInterval(timer)
  }
  const resultOf = async (entry: Entry): Promise<JobResult> => {
    const { work, pace, ending } = entry
    const stopListening = listen(entry)
    try {
      const result = await work({ note: pace.note, signal: ending.signal })
      return result.state === 'cancelled' && !cancelled.has(ending) ? { state: 'interrupted' } : result
    } catch (error) {
      tellBug(error)
      return { state: 'refused', code: 'internal', message: BUG }
    } finally {
      stopListening()
    }
  }
  const workOff = async () => {
    while (waiting.length > 0) {
      await tellAgain()
      const entry = await nextTaken()
      if (entry === null) {
        if (waiting.length > 0) await bell.pause(everyMs)
        continue
      }
      running = { ...entry, pace: stepPace(clock) }
      await settle(entry, await resultOf(running))
      running = null
    }
  }
  const goOn = () => {
    working ??= workOff()
      .catch(tellBug)
      .finally(() => {
        working = null
        if (waiting.length > 0) goOn()
      })
    bell.ring()
  }

  return {
    nodeId,
    start: async (tenantId, job, work) => {
      if (isStopping) return refuseAtDesk('desk-closing')
      const before = await store.unfinished(tenantId)
      if (!before.ok) return before
      if (before.value.length > MOST_WAITING) return refuseAtDesk('jobs-too-many', MOST_WAITING)
      const begun = await store.begin(tenantId, job, nodeId)
      if (!begun.ok) return begun
      const entry = { tenantId, job, place: begun.value, work, ending: new AbortController(), pace: stepPace(clock) }
      waiting = [...waiting, entry]
      if (isStopping) await leave([entry], 'interrupted')
      else goOn()
      return accepted(null)
    },
    pace: (tenantId, jobId) => (running !== null && isOf(running, tenantId, jobId) ? running.pace.pace() : null),
    untold: (tenantId, jobId) => untold.get(placeOf(tenantId, jobId))?.end ?? null,
    cancel: async (tenantId, jobId) => {
      if (running !== null && isOf(running, tenantId, jobId)) {
        cancelled.add(running.ending)
        running.ending.abort()
        return accepted(true)
      }
      const found = waiting.find((entry) => isOf(entry, tenantId, jobId))
      if (found !== undefined) {
        await leave([found], 'cancelled')
        return accepted(true)
      }
      const asked = await store.cancel(tenantId, jobId, clock.now())
      return asked.ok ? accepted(asked.value !== 'ended') : asked
    },
    stop: async () => {
      isStopping = true
      running?.ending.abort()
      await leave(waiting, 'interrupted')
      bell.ring()
      await working
    },
    counts: () => ({ waiting: waiting.length, running: running === null ? 0 : 1 }),
  }
}

function isOf({ tenantId: own, job }: Entry, tenantId: TenantId, jobId: string): boolean {
  return own === tenantId && job.jobId === jobId
}

interface Turns {
  /** The first of each district; the district that was served longest ago leads. */
  readonly firsts: (waiting: readonly Entry[]) => readonly Entry[]
  readonly served: (tenantId: TenantId) => void
}

function turnsOfDistricts(): Turns {
  const servedAt = new Map<TenantId, number>()
  let count = 0
  return {
    firsts: (waiting) => {
      const firsts = new Map<TenantId, Entry>()
      for (const entry of waiting) {
        const known = firsts.get(entry.tenantId)
        if (known === undefined || entry.place < known.place) firsts.set(entry.tenantId, entry)
      }
      const at = ({ tenantId }: Entry) => servedAt.get(tenantId) ?? 0
      return [...firsts.values()].toSorted((one, other) => at(one) - at(other))
    },
    served: (tenantId) => servedAt.set(tenantId, (count += 1)),
  }
}

function placeOf(tenantId: TenantId, jobId: string): string {
  return `${tenantId} ${jobId}`
}

const BUG = '程序内部出错，没有办完；请重新办理一次，仍出错时请联系管理员查看服务器日志'
