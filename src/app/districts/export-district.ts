import type { DigestsBy } from '../../core/proof/digests.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { exportBundle } from '../proof/export-bundle.ts'
import { storedSource } from '../proof/stored-source.ts'
import { messageOf } from '../problem.ts'
import type { DistrictExport, DistrictHouse } from '../ports/district-house.ts'
import type { ProofFiles } from '../ports/proof-files.ts'
import { tenantNamed } from './change-standing.ts'

export interface ExportPorts {
  readonly districts: DistrictHouse
  readonly proofFiles: ProofFiles
  readonly digestsBy: DigestsBy
}

export interface ExportWish {
  readonly data: string
  readonly tenantId: string
  readonly target: string
  readonly madeAt: Timestamp
  readonly program: string
}

export interface MadeDistrictExport extends DistrictExport {
  readonly name: string
  readonly ledgers: number
}

/**
 * Everything of one district in a folder of its own, under a list of digests: each ledger as a bundle that anybody verifies, and all
 * rows, evidence and records. Nothing that lets somebody in. The folder has its name only when it is whole.
 */
export async function exportDistrict(ports: ExportPorts, wish: ExportWish): Promise<Outcome<MadeDistrictExport>> {
  const opened = await ports.districts.open(wish.data)
  if (!opened.ok) return opened
  try {
    const tenant = await tenantNamed(opened.value, wish.tenantId)
    if (!tenant.ok) return tenant
    const { tenantId, name } = tenant.value
    const headers = await opened.value.ledgers.headers(tenantId)
    if (!headers.ok) return headers
    const draft = `${wish.target}.partial`
    const copied = await ports.districts.copyOut(wish.data, tenantId, draft)
    if (!copied.ok) return copied
    for (const { assessmentId } of headers.value) {
      const source = await storedSource(opened.value, tenantId, assessmentId)
      if (!source.ok) return source
      const file = `${draft}/ledgers/${assessmentId.replaceAll(/[/\\:*?"<>|]/gu, '_')}.bundle.jsonl`
      const made = { centerId: null, madeAt: wish.madeAt, program: wish.program }
      const written = await exportBundle(source.value, made, file, ports)
      if (!written.ok) return refused(written.fault.code, messageOf(written.fault))
    }
    const { madeAt, program } = wish
    const sealed = await ports.districts.seal(draft, wish.target, { tenantId, name, madeAt, program })
    return sealed.ok ? accepted({ ...sealed.value, name, ledgers: headers.value.length }) : sealed
  } finally {
    await opened.value.close()
  }
}
