import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { JobResult, KeptJob } from '../ports/job-store.ts'
import type { AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'

/**
 * For a process that starts: what another one left unfinished is told as it is. An import is in the store whole or not at
 * all, and the store knows its id, so one that was killed after its commit is told as imported.
 */
export async function settleJobs(
  { jobs, records, office }: Pick<RecordsDesk, 'jobs' | 'records' | 'office'>,
  tenantId: TenantId,
): Promise<AtDesk<number>> {
  const unfinished = await jobs.unfinished(tenantId)
  if (!unfinished.ok) return unfinished
  if (unfinished.value.length === 0) return accepted(0)
  const reports = await records.imports(tenantId)
  if (!reports.ok) return reports
  const resultOf = ({ jobId }: KeptJob): JobResult => {
    const report = reports.value.find(({ importId }) => importId === jobId)
    return report === undefined ? { state: 'interrupted' } : { state: 'imported', report }
  }
  for (const job of unfinished.value) {
    const ended = await jobs.end(tenantId, job.jobId, { at: office.clock.now(), ...resultOf(job) })
    if (!ended.ok) return ended
  }
  return accepted(unfinished.value.length)
}
