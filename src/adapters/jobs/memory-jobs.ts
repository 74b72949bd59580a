import type { JobStore, KeptJob } from '../../app/ports/job-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'

/** Jobs for tests, gone with the process. */
export function memoryJobs(): JobStore {
  const held = new Map<TenantId, KeptJob[]>()
  const of = (tenantId: TenantId): KeptJob[] => {
    const jobs = held.get(tenantId) ?? []
    held.set(tenantId, jobs)
    return jobs
  }
  return {
    begin: async (tenantId, job) => {
      const jobs = of(tenantId)
      if (jobs.some(({ jobId }) => jobId === job.jobId)) throw new Error(`job ${job.jobId} was begun before`)
      jobs.push({ ...job, place: (jobs.at(-1)?.place ?? 0) + 1, end: null })
      return accepted(null)
    },
    end: async (tenantId, jobId, end) => {
      const jobs = of(tenantId)
      const at = jobs.findIndex((job) => job.jobId === jobId && job.end === null)
      const found = jobs[at]
      if (found !== undefined) jobs[at] = { ...found, end }
      return accepted(null)
    },
    job: async (tenantId, jobId) => accepted(of(tenantId).find((job) => job.jobId === jobId) ?? null),
    jobs: async (tenantId, { kind, assessmentId }, before, limit) => {
      const found = of(tenantId).filter(
        ({ about, place }) =>
          about.kind === kind &&
          (about.kind === 'detection-run' ? about.assessmentId : null) === assessmentId &&
          (before === null || place < before),
      )
      return accepted(found.toReversed().slice(0, limit))
    },
    unfinished: async (tenantId) => accepted(of(tenantId).filter(({ end }) => end === null)),
    sweep: async (tenantId, before) => {
      const jobs = of(tenantId)
      const kept = jobs.filter(({ end }) => end === null || end.at >= before)
      held.set(tenantId, kept)
      return accepted(jobs.length - kept.length)
    },
  }
}
