import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Clock } from '../ports/clock.ts'
import type { UploadId } from '../ports/evidence-store.ts'
import type { Job, JobEnd, JobResult, JobStore } from '../ports/job-store.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import { stepPace, type Pace, type StepNote, type StepPace } from './step-pace.ts'

/**
 * Long work waits here and is done one piece at a time, whoever's it is: two imports at once would each take half the
 * memory and more than twice the time. Districts take turns. Every job is in the store before it waits and when it ended.
 */
export interface JobLine {
  /** Refused where too many of the district's wait already. */
  readonly start: (tenantId: TenantId, job: Job, work: JobWork) => Promise<AtDesk<null>>
  /** How far a job is; null for one that has ended, or was never begun here. */
  readonly progress: (tenantId: TenantId, jobId: string) => JobProgress | null
  /** How a job ended that the store could not take down: its disk is full. Null for all others. */
  readonly untold: (tenantId: TenantId, jobId: string) => JobEnd | null
  /** Whether there was something to cancel. What was done before it was heard is told as done. */
  readonly cancel: (tenantId: TenantId, jobId: string) => Promise<boolean>
  /** Whether a job that has not ended is about the uploaded file. */
  readonly isInUse: (tenantId: TenantId, fileId: UploadId) => boolean
  /** Takes no more work, stops what runs and waits for it. */
  readonly stop: () => Promise<void>
  /** Of all districts. */
  readonly counts: () => { readonly waiting: number; readonly running: number }
}

/** Does the work. Aborted, it leaves everything as before and answers `cancelled`; it throws for bugs only. */
export type JobWork = (watch: JobWatch) => Promise<JobResult>

export interface JobWatch {
  readonly note: (step: StepNote) => void
  readonly signal: AbortSignal
}

export type JobProgress =
  /** `ahead` counts the district's own jobs, the one that runs among them. */
  { readonly state: 'waiting'; readonly ahead: number } | ({ readonly state: 'running' } & Pace)

interface Entry {
  readonly tenantId: TenantId
  readonly job: Job
  readonly work: JobWork
  readonly ending: AbortController
  readonly pace: StepPace
}

/** More than this of one district do not wait: whoever starts so many has lost sight of them. */
const MOST_WAITING = 20

export function jobLine(store: JobStore, clock: Clock, tellBug: (error: unknown) => void): JobLine {
  let waiting: readonly Entry[] = []
  let running: Entry | null = null
  let isStopping = false
  let working = Promise.resolve()
  const turns = turnsOfDistricts()
  const untold = new Map<string, JobEnd>()
  const cancelled = new WeakSet<AbortController>()

  const settle = async ({ tenantId, job }: Entry, result: JobResult) => {
    const end = { at: clock.now(), ...result }
    try {
      const ended = await store.end(tenantId, job.jobId, end)
      if (ended.ok) return
    } catch (error) {
      tellBug(error)
    }
    untold.set(placeOf(tenantId, job.jobId), end)
  }
  const resultOf = async ({ work, pace, ending }: Entry): Promise<JobResult> => {
    try {
      const result = await work({ note: pace.note, signal: ending.signal })
      return result.state === 'cancelled' && !cancelled.has(ending) ? { state: 'interrupted' } : result
    } catch (error) {
      tellBug(error)
      return { state: 'refused', code: 'internal', message: BUG }
    }
  }
  const workOff = async () => {
    for (;;) {
      const entry = turns.next(waiting)
      if (entry === null) return
      waiting = waiting.filter((one) => one !== entry)
      running = { ...entry, pace: stepPace(clock) }
      await settle(entry, await resultOf(running))
      running = null
    }
  }
  const leave = async (entries: readonly Entry[], state: 'cancelled' | 'interrupted') => {
    waiting = waiting.filter((entry) => !entries.includes(entry))
    for (const entry of entries) await settle(entry, { state })
  }
  const isOf =
    (tenantId: TenantId, jobId: string) =>
    ({ tenantId: own, job }: Entry) =>
      own === tenantId && job.jobId === jobId
  const own = (tenantId: TenantId) =>
    [...(running === null ? [] : [running]), ...waiting].filter((entry) => entry.tenantId === tenantId)

  return {
    start: async (tenantId, job, work) => {
      if (isStopping) return refuseAtDesk('desk-closing')
      if (own(tenantId).length > MOST_WAITING) return refuseAtDesk('jobs-too-many', MOST_WAITING)
      const begun = await store.begin(tenantId, job)
      if (!begun.ok) return begun
      waiting = [...waiting, { tenantId, job, work, ending: new AbortController(), pace: stepPace(clock) }]
      if (running === null) working = working.then(workOff)
      return accepted(null)
    },
    progress: (tenantId, jobId) => {
      const jobs = own(tenantId)
      const at = jobs.findIndex(isOf(tenantId, jobId))
      const found = jobs[at]
      if (found === undefined) return null
      return found === running ? { state: 'running', ...found.pace.pace() } : { state: 'waiting', ahead: at }
    },
    untold: (tenantId, jobId) => untold.get(placeOf(tenantId, jobId)) ?? null,
    cancel: async (tenantId, jobId) => {
      const found = own(tenantId).find(isOf(tenantId, jobId))
      if (found === undefined) return false
      cancelled.add(found.ending)
      found.ending.abort()
      if (found !== running) await leave([found], 'cancelled')
      return true
    },
    isInUse: (tenantId, fileId) =>
      own(tenantId).some(({ job: { about } }) => about.kind === 'import' && about.fileId === fileId),
    stop: async () => {
      isStopping = true
      running?.ending.abort()
      await leave(waiting, 'interrupted')
      await working
    },
    counts: () => ({ waiting: waiting.length, running: running === null ? 0 : 1 }),
  }
}

/** The next is the first of the district that was served longest ago. */
function turnsOfDistricts(): { readonly next: (waiting: readonly Entry[]) => Entry | null } {
  const served = new Map<TenantId, number>()
  let count = 0
  return {
    next: (waiting) => {
      const servedAt = ({ tenantId }: Entry) => served.get(tenantId) ?? 0
      const [first] = waiting.toSorted((one, other) => servedAt(one) - servedAt(other))
      if (first === undefined) return null
      served.set(first.tenantId, (count += 1))
      return first
    },
  }
}

function placeOf(tenantId: TenantId, jobId: string): string {
  return `${tenantId} ${jobId}`
}

const BUG = '程序内部出错，没有办完；请重新办理一次，仍出错时请联系管理员查看服务器日志'
