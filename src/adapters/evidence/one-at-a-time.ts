import { refusedEvidence, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'

/** One at a time for each upload; a second one is told so instead of waiting, or a hung connection would block its successor. */
export async function whileFree<Value>(
  busy: Set<string>,
  key: string,
  act: () => Promise<EvidenceOutcome<Value>>,
): Promise<EvidenceOutcome<Value>> {
  if (busy.has(key)) return refusedEvidence({ code: 'upload-busy' })
  busy.add(key)
  try {
    return await act()
  } finally {
    busy.delete(key)
  }
}

/** Lets what is short and counts or removes uploads of a tenant follow each other. */
export function turns(): <Value>(tenantId: TenantId, act: () => Promise<Value>) => Promise<Value> {
  const last = new Map<TenantId, Promise<unknown>>()
  return async (tenantId, act) => {
    const before = last.get(tenantId)
    const turn = (async () => {
      await before?.catch(() => undefined)
      return act()
    })()
    last.set(tenantId, turn)
    return turn
  }
}

export function uploadKey(tenantId: TenantId, id: UploadId): string {
  return `${tenantId} ${id}`
}
