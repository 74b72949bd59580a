import type { LedgerPlace } from '../../app/ports/announcements.ts'
import { id, type AssessmentId, type TenantId } from '../../core/kernel/identifiers.ts'

/** PostgreSQL takes fewer than 8000 bytes. */
const MOST_BYTES = 7_500

/** Where nodes of one schema listen. */
export function channelOf(schema: string): string {
  return `mingheng_${schema}`
}

/** Notices of one node in as few payloads as hold them. */
export function payloadsOf(node: string, places: readonly LedgerPlace[]): readonly string[] {
  const payloads: string[] = []
  let moved: [string, string][] = []
  const textOf = (some: typeof moved) => JSON.stringify({ node, moved: some })
  for (const { tenantId, assessmentId } of places) {
    const longer: typeof moved = [...moved, [tenantId, assessmentId]]
    if (moved.length > 0 && Buffer.byteLength(textOf(longer)) > MOST_BYTES) {
      payloads.push(textOf(moved))
      moved = [[tenantId, assessmentId]]
    } else moved = longer
  }
  return moved.length === 0 ? payloads : [...payloads, textOf(moved)]
}

/** What another node announced; null for what cannot be read (a node of another version): anything may have moved. */
export function placesIn(payload: string, self: string): readonly LedgerPlace[] | null {
  try {
    const { node, moved } = JSON.parse(payload) as { readonly node: unknown; readonly moved: unknown }
    if (node === self) return []
    if (!Array.isArray(moved) || !moved.every(isPair)) return null
    return moved.map(([tenantId, assessmentId]) => ({
      tenantId: id<TenantId>(tenantId),
      assessmentId: id<AssessmentId>(assessmentId),
    }))
  } catch {
    return null
  }
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string')
}
