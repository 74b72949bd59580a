import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { UploadId } from '../ports/evidence-store.ts'
import type { Job, JobResult } from '../ports/job-store.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import { readImport } from './follow-imports.ts'
import { importFrame } from './import-frame.ts'
import type { ImportView } from './import-view.ts'
import type { JobWatch } from './job-line.ts'
import { filesInUse } from './open-jobs.ts'
import type { RecordsDesk } from './records-desk.ts'
import { ownRecordFile } from './upload-records.ts'

/** Puts the import of a file by a confirmed profile in line. */
export async function startImport(
  desk: RecordsDesk,
  actor: Actor,
  { fileId, profileId }: { readonly fileId: UploadId; readonly profileId: string },
): Promise<AtDesk<ImportView>> {
  const { tenantId, personId } = actor
  if (!may(actor, 'records.import', null)) return refuseAtDesk('not-permitted')
  const located = await ownRecordFile(desk, actor, fileId)
  if (!located.ok) return located
  const profiles = await desk.profiles.profiles(tenantId)
  if (!profiles.ok) return profiles
  const profile = profiles.value.find((confirmed) => confirmed.profile.id === profileId)?.profile
  if (profile === undefined) return refuseAtDesk('profile-unknown', profileId)
  const inUse = await filesInUse(desk, tenantId)
  if (!inUse.ok) return inUse
  if (inUse.value.has(fileId)) return refuseAtDesk('file-in-use')
  const { dataSet, source } = profile
  const { fileName } = located.value
  const job: Job = {
    jobId: desk.secrets.id(),
    by: personId,
    at: desk.office.clock.now(),
    about: { kind: 'import', fileId, fileName, profileId, dataSet, source },
  }
  const started = await desk.line.start(tenantId, job, (watch) => importNow(desk, tenantId, job, profile, watch))
  return started.ok ? readImport(desk, actor, job.jobId) : started
}

/** What the source wrote is gone from here as soon as it is imported. */
async function importNow(
  desk: RecordsDesk,
  tenantId: TenantId,
  { jobId, by, about }: Job,
  profile: ImportProfile,
  { note, signal }: JobWatch,
): Promise<JobResult> {
  if (about.kind !== 'import') throw new Error(`${jobId} is no import`)
  const located = await desk.uploads.locate(tenantId, about.fileId)
  if (!located.ok) return refusalOf(located.refusal)
  const frame = await importFrame(desk, tenantId)
  if (!frame.ok) return refusalOf(frame.refusal)
  const quotas = await desk.office.people.quotas(tenantId)
  if (!quotas.ok) return refusalOf(quotas.refusal)
  const asked = { ...located.value, profile, ...frame.value, mostRecords: quotas.value.records }
  const stamp = { importId: jobId, by, at: desk.office.clock.now() }
  const imported = await desk.records.importFile(tenantId, asked, stamp, { onProgress: note, signal })
  if (!imported.ok)
    return imported.refusal.code === 'import-stopped' ? { state: 'cancelled' } : refusalOf(imported.refusal)
  if (imported.value.kind === 'faulty') {
    const { rows, faulty } = imported.value
    return { state: 'faulty', rows, faulty }
  }
  await desk.uploads.remove(tenantId, about.fileId)
  return { state: 'imported', report: imported.value.report }
}

function refusalOf({ code, message }: { readonly code: string; readonly message: string }): JobResult {
  return { state: 'refused', code, message }
}
