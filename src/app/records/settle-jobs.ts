import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { JobResult, KeptJob } from '../ports/job-store.ts'
import type { Stored } from '../ports/store-fault.ts'
import type { AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'

/**
 * What a node left unfinished that is dead is told as it is, by whichever other one notices. An import is in the store whole or
 * not at all, and the store knows its id, so one that was killed after its commit is told as imported. Which nodes are dead is
 * asked when the jobs are known. Answers how many were settled.
 */
export async function settleJobs(
  { jobs, records, office }: Pick<RecordsDesk, 'jobs' | 'records' | 'office'>,
  tenantId: TenantId,
  deadNodes: () => Promise<Stored<(nodeId: string | null) => boolean>>,
): Promise<AtDesk<number>> {
  const unfinished = await jobs.unfinished(tenantId)
  if (!unfinished.ok) return unfinished
  if (unfinished.value.length === 0) return accepted(0)
  const dead = await deadNodes()
  if (!dead.ok) return dead
  const left = unfinished.value.filter(({ nodeId }) => dead.value(nodeId))
  if (left.length === 0) return accepted(0)
  const reports = await records.imports(tenantId)
  if (!reports.ok) return reports
  const resultOf = ({ jobId }: KeptJob): JobResult => {
    const report = reports.value.find(({ importId }) => importId === jobId)
    return report === undefined ? { state: 'interrupted' } : { state: 'imported', report }
  }
  let settled = 0
  for (const job of left) {
    const ended = await jobs.presume(tenantId, job.jobId, { at: office.clock.now(), ...resultOf(job) })
    if (!ended.ok) return ended
    if (ended.value) settled += 1
  }
  return accepted(settled)
}
