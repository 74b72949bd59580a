import { refusedEvidence, type EvidenceDiskFault, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import { errnoOf } from './durable-files.ts'

/** Answers what the disk refuses as a refusal; what is no error of the disk is a bug and is thrown on. */
export async function withDisk<Value>(act: () => Promise<EvidenceOutcome<Value>>): Promise<EvidenceOutcome<Value>> {
  try {
    return await act()
  } catch (error) {
    const code = errnoOf(error)
    if (code === null) throw error
    return refusedEvidence(faultBy(code))
  }
}

/** EFBIG is a limit on the size of files that the process or the file system sets. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const CLOSED: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOTDIR'])

function faultBy(code: string): EvidenceDiskFault {
  if (FULL.has(code)) return { code: 'store-full', detail: code }
  return { code: CLOSED.has(code) ? 'store-read-only' : 'store-failed', detail: code }
}
