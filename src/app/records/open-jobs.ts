import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { UploadId } from '../ports/evidence-store.ts'
import type { JobEnd, KeptJob, Pace } from '../ports/job-store.ts'
import type { Stored } from '../ports/store-fault.ts'
import type { RecordsDesk } from './records-desk.ts'

export type JobProgress =
  /** `ahead` counts the district's own jobs, the one that runs among them. */
  { readonly state: 'waiting'; readonly ahead: number } | ({ readonly state: 'running' } & Pace)

type Asked = Pick<RecordsDesk, 'jobs' | 'line'>

/** How jobs stand that have not ended, or of whose end the store does not know, on whichever node. */
export async function standings(
  { jobs, line }: Asked,
  tenantId: TenantId,
  asked: readonly KeptJob[],
): Promise<Stored<(job: KeptJob) => JobProgress | JobEnd>> {
  const isOpen = asked.some(({ end }) => end === null)
  const open = isOpen ? await jobs.unfinished(tenantId) : accepted([])
  if (!open.ok) return open
  return accepted((job) => {
    const { jobId, at, end, nodeId, place, takenAt } = job
    const known = end ?? line.untold(tenantId, jobId)
    if (known !== null) return known
    const pace = line.pace(tenantId, jobId)
    if (pace !== null) return { state: 'running', ...pace }
    // Begun before there were nodes, and left behind.
    if (nodeId === null) return { at, state: 'interrupted' }
    if (takenAt !== null) return { state: 'running', ...(job.pace ?? BEGINNING) }
    return { state: 'waiting', ahead: open.value.filter((one) => one.place < place).length }
  })
}

const BEGINNING: Pace = {
  step: 'beginning',
  done: 0,
  total: null,
  unit: 'rows',
  perSecond: null,
  remainingSeconds: null,
}

/** The uploaded files that jobs are about which have not ended, on whichever node. */
export async function filesInUse({ jobs, line }: Asked, tenantId: TenantId): Promise<Stored<ReadonlySet<UploadId>>> {
  const open = await jobs.unfinished(tenantId)
  if (!open.ok) return open
  const going = open.value.filter(({ jobId }) => line.untold(tenantId, jobId) === null)
  return accepted(new Set(going.flatMap(({ about }) => (about.kind === 'import' ? [about.fileId] : []))))
}
