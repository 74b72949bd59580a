import type { AdoptedDetection, DeclaredFeeds, DetectionArchive } from '../../app/ports/detection-archive.ts'
import type { DeclaredFeed } from '../../core/detection/coverage.ts'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { integerOf, textOf, type SqlRow } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'
import { parsedOf } from './parsed-column.ts'

const INSERT = command(
  `INSERT INTO adopted_detections (tenant_id, rubric_id, name, version, text, adopted_by, adopted_at)
   SELECT CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), 1 + coalesce(max(version), 0), CAST(? AS TEXT),
     CAST(? AS TEXT), CAST(? AS TEXT)
   FROM adopted_detections WHERE tenant_id = ? AND rubric_id = ? AND name = ?`,
)
const LATEST = query(
  `SELECT one.name, one.text, one.adopted_by, one.adopted_at, one.version FROM adopted_detections one
   JOIN (
     SELECT tenant_id, rubric_id, name, max(version) AS version FROM adopted_detections
     WHERE tenant_id = ? AND rubric_id = ? AND substr(adopted_at, 1, 10) <= ? GROUP BY tenant_id, rubric_id, name
   ) newest
   ON one.tenant_id = newest.tenant_id AND one.rubric_id = newest.rubric_id AND one.name = newest.name
     AND one.version = newest.version
   ORDER BY one.name`,
  detectionOf,
)
const DECLARE = command(
  `INSERT INTO declared_feeds (tenant_id, rubric_id, version, feeds, declared_by, declared_at)
   SELECT CAST(? AS TEXT), CAST(? AS TEXT), 1 + coalesce(max(version), 0), CAST(? AS TEXT), CAST(? AS TEXT),
     CAST(? AS TEXT)
   FROM declared_feeds WHERE tenant_id = ? AND rubric_id = ?`,
)
const DECLARED = query(
  `SELECT feeds, declared_by, declared_at FROM declared_feeds
   WHERE tenant_id = ? AND rubric_id = ? ORDER BY version DESC LIMIT 1`,
  feedsOf,
)

/** Detections in the catalog, every version that was ever adopted: a suspicion names the text that raised it by its digest. */
export function sqlDetections(database: SqlDatabase): DetectionArchive {
  return {
    adopt: async (tenantId, rubricId, adopted) =>
      database.change(async (sql) => {
        for (const { name, text, by, at } of adopted)
          await sql.run(INSERT, tenantId, rubricId, name, text, by, at, tenantId, rubricId, name)
        return null
      }),
    detections: async (tenantId, rubricId, knownBy = null) =>
      database.ask((sql) => sql.all(LATEST, tenantId, rubricId, knownBy ?? LAST_DAY)),
    declare: async (tenantId, rubricId, { feeds, by, at }) =>
      database.change(async (sql) => {
        await sql.run(DECLARE, tenantId, rubricId, JSON.stringify(feeds), by, at, tenantId, rubricId)
        return null
      }),
    declared: async (tenantId, rubricId) => database.ask((sql) => sql.get(DECLARED, tenantId, rubricId)),
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
    version: integerOf(row, 'version'),
    text: textOf(row, 'text'),
    by: textOf(row, 'adopted_by') as PersonId,
    at: timestamp(textOf(row, 'adopted_at')),
  }
}
