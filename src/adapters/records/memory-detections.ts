import type { AdoptedDetection, DeclaredFeeds, DetectionArchive } from '../../app/ports/detection-archive.ts'
import type { RubricId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'

interface Shelf {
  readonly tenantId: TenantId
  readonly rubricId: RubricId
  /** Every version of each, in order. */
  readonly detections: Map<string, readonly AdoptedDetection[]>
  declared: DeclaredFeeds | null
}

/** Adopted detections for tests, gone with the process. */
export function memoryDetections(): DetectionArchive {
  const shelves: Shelf[] = []
  const shelfOf = (tenantId: TenantId, rubricId: RubricId): Shelf => {
    const known = shelves.find((shelf) => shelf.tenantId === tenantId && shelf.rubricId === rubricId)
    if (known) return known
    const made = { tenantId, rubricId, detections: new Map<string, readonly AdoptedDetection[]>(), declared: null }
    shelves.push(made)
    return made
  }
  return {
    adopt: async (tenantId, rubricId, adopted) => {
      const { detections } = shelfOf(tenantId, rubricId)
      for (const detection of adopted) {
        const before = detections.get(detection.name) ?? []
        detections.set(detection.name, [...before, { ...detection, version: before.length + 1 }])
      }
      return accepted(null)
    },
    detections: async (tenantId, rubricId, knownBy = null) => {
      const held = [...shelfOf(tenantId, rubricId).detections.values()].flatMap(
        (versions) => versions.findLast(({ at }) => knownBy === null || dayOf(at) <= knownBy) ?? [],
      )
      return accepted(held.toSorted((one, other) => (one.name < other.name ? -1 : 1)))
    },
    declare: async (tenantId, rubricId, declared) => {
      shelfOf(tenantId, rubricId).declared = declared
      return accepted(null)
    },
    declared: async (tenantId, rubricId) => accepted(shelfOf(tenantId, rubricId).declared),
  }
}
