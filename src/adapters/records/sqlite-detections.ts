import type { AdoptedDetection, DeclaredFeeds, DetectionArchive } from '../../app/ports/detection-archive.ts'
import type { DeclaredFeed } from '../../core/detection/coverage.ts'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { transaction, type Database } from '../sqlite/open-database.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { textOf, type SqlRow } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'
import { parsedOf } from './parsed-column.ts'

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
    `SELECT name, text, adopted_by, adopted_at, max(version) AS version FROM adopted_detections
     WHERE tenant_id = ? AND rubric_id = ? AND substr(adopted_at, 1, 10) <= ? GROUP BY name ORDER BY name`,
    detectionOf,
  )
  const declare = prepare(
    database,
    `INSERT INTO declared_feeds (tenant_id, rubric_id, version, feeds, declared_by, declared_at)
     SELECT ?, ?, 1 + coalesce(max(version), 0), ?, ?, ? FROM declared_feeds WHERE tenant_id = ? AND rubric_id = ?`,
  )
  const declared = prepare(
    database,
    `SELECT feeds, declared_by, declared_at FROM declared_feeds
     WHERE tenant_id = ? AND rubric_id = ? ORDER BY version DESC LIMIT 1`,
    feedsOf,
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
    detections: async (tenantId, rubricId, knownBy = null) =>
      guarded(path, () => latest.all(tenantId, rubricId, knownBy ?? LAST_DAY)),
    declare: async (tenantId, rubricId, { feeds, by, at }) =>
      guarded(path, () => {
        declare.run(tenantId, rubricId, JSON.stringify(feeds), by, at, tenantId, rubricId)
        return null
      }),
    declared: async (tenantId, rubricId) => guarded(path, () => declared.get(tenantId, rubricId)),
  }
}

/** After every day that can be. */
const LAST_DAY = '9999-12-31'

function feedsOf(row: SqlRow): DeclaredFeeds {
  return {
    feeds: parsedOf<readonly DeclaredFeed[]>(row, 'feeds'),
    by: textOf(row, 'declared_by') as PersonId,
    at: timestamp(textOf(row, 'declared_at')),
  }
}

function detectionOf(row: SqlRow): AdoptedDetection {
  return {
    name: textOf(row, 'name'),
    version: Number(row['version']),
    text: textOf(row, 'text'),
    by: textOf(row, 'adopted_by') as PersonId,
    at: timestamp(textOf(row, 'adopted_at')),
  }
}
