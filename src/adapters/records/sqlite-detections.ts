import type { AdoptedDetection, DetectionArchive } from '../../app/ports/detection-archive.ts'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { transaction, type Database } from '../sqlite/open-database.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { prepare, textOf, type SqlRow } from '../sqlite/statement.ts'

/** Detections in the catalog, every version that was ever adopted: a suspicion names the text that raised it by its digest. */
export function sqliteDetections(database: Database): DetectionArchive {
  const { path } = database
  const insert = prepare(
    database,
    `INSERT INTO adopted_detections (tenant_id, rubric_id, name, version, text, adopted_by, adopted_at)
     SELECT ?, ?, ?, 1 + coalesce(max(version), 0), ?, ?, ? FROM adopted_detections
     WHERE tenant_id = ? AND rubric_id = ? AND name = ?`,
  )
  const latest = prepare(
    database,
    `SELECT name, text, adopted_by, adopted_at, max(version) FROM adopted_detections
     WHERE tenant_id = ? AND rubric_id = ? GROUP BY name ORDER BY name`,
    detectionOf,
  )
  return {
    adopt: async (tenantId, rubricId, adopted) =>
      guarded(path, () =>
        transaction(database, () => {
          for (const { name, text, by, at } of adopted)
            insert.run(tenantId, rubricId, name, text, by, at, tenantId, rubricId, name)
          return null
        }),
      ),
    detections: async (tenantId, rubricId) => guarded(path, () => latest.all(tenantId, rubricId)),
  }
}

function detectionOf(row: SqlRow): AdoptedDetection {
  return {
    name: textOf(row, 'name'),
    text: textOf(row, 'text'),
    by: textOf(row, 'adopted_by') as PersonId,
    at: timestamp(textOf(row, 'adopted_at')),
  }
}
