import type { AdoptedDetection, DetectionArchive } from '../../app/ports/detection-archive.ts'
import type { RubricId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'

interface Shelf {
  readonly tenantId: TenantId
  readonly rubricId: RubricId
  readonly detections: Map<string, AdoptedDetection>
}

/** Adopted detections for tests, gone with the process. */
export function memoryDetections(): DetectionArchive {
  const shelves: Shelf[] = []
  const shelfOf = (tenantId: TenantId, rubricId: RubricId) =>
    shelves.find((shelf) => shelf.tenantId === tenantId && shelf.rubricId === rubricId)
  return {
    adopt: async (tenantId, rubricId, adopted) => {
      const shelf = shelfOf(tenantId, rubricId) ?? { tenantId, rubricId, detections: new Map() }
      if (!shelves.includes(shelf)) shelves.push(shelf)
      for (const detection of adopted) shelf.detections.set(detection.name, detection)
      return accepted(null)
    },
    detections: async (tenantId, rubricId) => {
      const held = [...(shelfOf(tenantId, rubricId)?.detections.values() ?? [])]
      return accepted(held.toSorted((one, other) => (one.name < other.name ? -1 : 1)))
    },
  }
}
