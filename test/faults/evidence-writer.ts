import { writeSync } from 'node:fs'
import { folderEvidence } from '../../src/adapters/evidence/folder-evidence.ts'
import { USUAL_EVIDENCE_LIMITS } from '../../src/app/ports/evidence-kind.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { declarationOf, pieces, uploadId } from '../conformance/evidence-samples.ts'
import { evidenceContent, piecesOf } from './evidence-content.ts'

/**
 * Runs until it is killed: eight writers at once bring uploads, from number `from` on, into the folder, resuming what an
 * earlier run left. Each line on standard output is written after the store has answered, so it says what was promised.
 */
const [folder = '', from = '0'] = process.argv.slice(2)
const store = folderEvidence(folder, USUAL_EVIDENCE_LIMITS)
const tenant = id<TenantId>('east')
let next = Number(from)

await Promise.all(Array.from({ length: 8 }, write))

async function write(): Promise<void> {
  for (;;) {
    const n = next++
    const upload = uploadId(`upload-${n}`)
    const content = evidenceContent(n)
    const begun = await store.begin(tenant, upload, declarationOf(content))
    if (!begun.ok) throw new Error(begun.refusal.code)
    tell({ n, offset: begun.value.offset })
    if (begun.value.file === null)
      for (const piece of piecesOf(content, begun.value.offset)) {
        const at = piece.byteOffset - content.byteOffset
        const appended = await store.append(tenant, upload, at, pieces(piece))
        if (appended.ok) tell({ n, offset: appended.value.offset })
        // The end was written before the last run was killed: finishing goes on from there.
        else if (appended.refusal.code !== 'upload-finished') throw new Error(appended.refusal.code)
      }
    const finished = await store.finish(tenant, upload)
    if (!finished.ok) throw new Error(finished.refusal.code)
    tell({ n, digest: finished.value.digest })
  }
}

function tell(promise: { n: number; offset?: number; digest?: string }): void {
  writeSync(1, `${JSON.stringify(promise)}\n`)
}
