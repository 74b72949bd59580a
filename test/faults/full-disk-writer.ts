import { writeSync } from 'node:fs'
import { folderEvidence } from '../../src/adapters/evidence/folder-evidence.ts'
import { USUAL_EVIDENCE_LIMITS } from '../../src/app/ports/evidence-kind.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { addFile, contentOf, declarationOf, pieces, pngOf, sha256, uploadId } from '../conformance/evidence-samples.ts'

/**
 * Seals a small file, then brings a large one piece by piece until the disk takes no more, and says in one line what the
 * store answered and what of it still holds.
 */
const store = folderEvidence(process.argv[2] ?? '', USUAL_EVIDENCE_LIMITS)
const tenant = id<TenantId>('east')
const small = await addFile(store, tenant, 'upload-small', pngOf('small'))
const large = Buffer.concat([pngOf('large'), Buffer.alloc(2_000_000, 7)])
const upload = uploadId('upload-large')
await store.begin(tenant, upload, declarationOf(large))

let acknowledged = 0
let refusal: unknown = null
while (refusal === null && acknowledged < large.length) {
  const piece = large.subarray(acknowledged, acknowledged + 65_536)
  const appended = await store.append(tenant, upload, acknowledged, pieces(piece))
  if (appended.ok) acknowledged = appended.value.offset
  else refusal = appended.refusal.fault
}
const status = await store.status(tenant, upload)
const again = await store.append(tenant, upload, status.ok ? status.value.offset : 0, pieces(large.subarray(-1)))
const kept = await contentOf(store, tenant, small.digest)
const answer = {
  refusal,
  acknowledged,
  held: status.ok ? status.value.offset : null,
  again: again.ok ? 'taken' : again.refusal.code,
  isSmallWhole: sha256(kept) === small.digest && (await store.verify(tenant, small.digest)).ok,
  listed: await store.list(tenant, null, 10),
}
writeSync(1, JSON.stringify(answer))
