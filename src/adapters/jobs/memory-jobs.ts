import type { JobStore, KeptJob } from '../../app/ports/job-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'

/** Jobs for tests, gone with the process. */
export function memoryJobs(): JobStore {
  const held = new Map<TenantId, HeldJob[]>()
  const of = (tenantId: TenantId): HeldJob[] => {
    const jobs = held.get(tenantId) ?? []
    held.set(tenantId, jobs)
    return jobs
  }
  const change = (tenantId: TenantId, jobId: string, to: (job: HeldJob) => Partial<HeldJob> | null): boolean => {
    const jobs = of(tenantId)
    const at = jobs.findIndex((job) => job.jobId === jobId)
    const found = jobs[at]
    const changed = found && to(found)
    if (!changed) return false
    jobs[at] = { ...found, ...changed }
    return true
  }
  const open = (tenantId: TenantId, jobId: string) =>
    of(tenantId).find((job) => job.jobId === jobId && job.end === null) ?? null
  return {
    begin: async (tenantId, job, nodeId) => {
      const jobs = of(tenantId)
      if (jobs.some(({ jobId }) => jobId === job.jobId)) throw new Error(`job ${job.jobId} was begun before`)
      const place = (jobs.at(-1)?.place ?? 0) + 1
      jobs.push({ ...job, place, nodeId, takenAt: null, pace: null, end: null, isCancelled: false, isPresumed: false })
      return accepted(place)
    },
    take: async (tenantId, jobId, at) => {
      const first = of(tenantId).find(({ end }) => end === null)
      const isTaken = change(tenantId, jobId, (job) => (job === first && job.takenAt === null ? { takenAt: at } : null))
      return accepted(isTaken ? 'taken' : open(tenantId, jobId) === null ? 'ended' : 'behind')
    },
    note: async (tenantId, jobId, pace) => {
      change(tenantId, jobId, ({ end }) => (end === null ? { pace } : null))
      const job = open(tenantId, jobId)
      return accepted(job === null ? 'ended' : job.isCancelled ? 'cancel' : 'go-on')
    },
    cancel: async (tenantId, jobId, at) => {
      const job = open(tenantId, jobId)
      if (job === null) return accepted('ended')
      const isWaiting = job.takenAt === null
      change(tenantId, jobId, () => (isWaiting ? { end: { at, state: 'cancelled' } } : { isCancelled: true }))
      return accepted(isWaiting ? 'cancelled' : 'asked')
    },
    end: async (tenantId, jobId, end) => {
      change(tenantId, jobId, (job) => (job.end === null || job.isPresumed ? { end, isPresumed: false } : null))
      return accepted(null)
    },
    presume: async (tenantId, jobId, end) =>
      accepted(change(tenantId, jobId, (job) => (job.end === null ? { end, isPresumed: true } : null))),
    job: async (tenantId, jobId) => {
      const found = of(tenantId).find((job) => job.jobId === jobId)
      return accepted(found === undefined ? null : keptOf(found))
    },
    jobs: async (tenantId, { kind, assessmentId }, before, limit) => {
      const found = of(tenantId).filter(
        ({ about, place }) =>
          about.kind === kind &&
          (about.kind === 'detection-run' ? about.assessmentId : null) === assessmentId &&
          (before === null || place < before),
      )
      return accepted(found.toReversed().slice(0, limit).map(keptOf))
    },
    unfinished: async (tenantId) =>
      accepted(
        of(tenantId)
          .filter(({ end }) => end === null)
          .map(keptOf),
      ),
    unfinishedTenants: async () =>
      accepted([...held].filter(([, jobs]) => jobs.some(({ end }) => end === null)).map(([tenantId]) => tenantId)),
    sweep: async (before) => {
      let swept = 0
      for (const [tenantId, jobs] of held) {
        const kept = jobs.filter(({ end }) => end === null || end.at >= before)
        held.set(tenantId, kept)
        swept += jobs.length - kept.length
      }
      return accepted(swept)
    },
  }
}

interface HeldJob extends KeptJob {
  readonly isCancelled: boolean
  readonly isPresumed: boolean
}

function keptOf({ isCancelled: _isCancelled, isPresumed: _isPresumed, ...job }: HeldJob): KeptJob {
  return job
}
