import { createHash } from 'node:crypto'
import type { QueryAsked } from '../../app/ports/record-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import { dataSet, findDataSet } from '../../core/records/data-sets.ts'
import { REFERENCE_TABLES, referenceRows } from '../records/tables-for-query.ts'
import type { ClickBatch } from './click-room.ts'
import { clickColumns } from './click-schema.ts'
import { shardOf } from './click-shards.ts'
import { clickText } from './click-text.ts'

/** What a query may name as it is written, on one shard: views that let through the records of one tenant that hold. */
export interface ClickScene {
  readonly tenantId: TenantId
  readonly batches: readonly ClickBatch[]
  readonly asked: QueryAsked
  /** Where the tables of records lie. */
  readonly database: string
  readonly shards: number
}

/**
 * The database of a scene: the same for the same records, columns, centers and days, whichever node makes it; another one each hour, so
 * that what is no longer used tells by its name.
 */
export function sceneName({ tenantId, batches, asked, database, shards }: ClickScene, hour: number): string {
  const { centers, line, from, to } = asked
  const held = batches.map((one) => [one.dataSet, one.batch])
  const columns = asked.dataSets.map((name) => clickColumns(dataSet(name)).length)
  const seen = JSON.stringify([
    tenantId,
    held,
    columns,
    centers,
    line.version,
    line.days.length,
    from,
    to,
    shards,
    VIEWS,
  ])
  return `${database}${MIDDLE}${hour}_${createHash('sha256').update(seen).digest('hex').slice(0, 32)}`
}

/** Those of scenes that began before the hour. */
export function pastScenes(database: string, names: readonly string[], hour: number): readonly string[] {
  const start = `${database}${MIDDLE}`
  return names.filter((name) => name.startsWith(start) && Number(name.slice(start.length).split('_')[0]) < hour)
}

const MIDDLE = '_query_'

/** To be raised when views are made differently: nodes of two versions may ask one cluster. */
const VIEWS = 1

/** `CREATE VIEW` of one table that a query names, in the scene's database. */
export function sceneView(scene: ClickScene, name: string, shard: number): string {
  return `CREATE VIEW IF NOT EXISTS ${name} AS ${selectOf(scene, name, shard)}`
}

function selectOf(scene: ClickScene, name: string, shard: number): string {
  const { asked, shards } = scene
  switch (name) {
    case 'centers': {
      const own = asked.centers.filter((center) => shardOf(center, shards) === shard)
      const list = own.length === 0 ? 'emptyArrayString()' : `[${own.map(clickText).join(', ')}]`
      return `SELECT arrayJoin(${list}) AS center_id`
    }
    case 'days':
      return literalRows(scene, name, ['toDate', '', 'toInt32', 'toInt32', 'toInt32', 'toInt32'])
    case 'months':
      return literalRows(scene, name, ['', 'toDate', 'toDate'])
    default: {
      const set = findDataSet(name)
      if (set === null) throw new Error(`no table ${name}`)
      return `SELECT ${[...clickColumns(set).map(({ name: column }) => column), ...keys(set)].join(', ')}
        FROM ${batchesOf(scene, set)}`
    }
  }
}

/** As one text: a list of two thousand days in SQL's own words would be too much for an old parser. */
function literalRows({ asked }: ClickScene, name: 'days' | 'months', readers: readonly string[]): string {
  const columns = REFERENCE_TABLES[name].map(([column]) => column)
  const rows = referenceRows(name, asked).map((row) => row.join(' '))
  const cells = columns.map((column, at) => `${readers[at]}(cells[${at + 1}]) AS ${column}`)
  return `SELECT ${cells.join(', ')} FROM (
    SELECT splitByChar(' ', arrayJoin(splitByChar(';', '${rows.join(';')}'))) AS cells
  )${rows.length === 0 ? ' WHERE 0' : ''}`
}

function keys(set: DataSet): readonly string[] {
  return [
    `concat(source, '/', record_id) AS record_key`,
    `concat('${set.name}/', source, '/', record_id, '@', toString(version)) AS record_ref`,
  ]
}

/** `FROM`: the tenant's records of a data set that hold, with a condition. */
export function batchesOf({ tenantId, batches, database }: ClickScene, set: DataSet): string {
  const own = batches.filter((one) => one.dataSet === set.name).map(({ batch }) => clickText(batch))
  const listed = own.length === 0 ? '0' : `batch IN (${own.join(', ')})`
  return `${database}.${set.name} WHERE tenant_id = ${clickText(tenantId)} AND ${listed}`
}
