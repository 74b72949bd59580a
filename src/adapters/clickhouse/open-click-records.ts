/**
 * Records on the shards of a cluster, under a catalog that says which batches of rows hold. An import is made as without a
 * cluster, in a folder of this machine; its months are put on the shards before one transaction of the catalog lists them. A
 * store that was killed, on whichever side, is as it was before or as it is after.
 */
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { turns } from '../evidence/one-at-a-time.ts'
import { catalogBatches } from '../records/catalog-batches.ts'
import { openCatalog, type Catalog } from '../records/catalog.ts'
import { unlessDiskFails } from '../records/disk-faults.ts'
import { enterFolder } from '../records/enter-folder.ts'
import { folderRefused } from '../records/folder-refused.ts'
import { holdings } from '../records/holdings.ts'
import { keptAnswers } from '../records/kept-answers.ts'
import { QUERY_SECONDS, type OpenRecords } from '../records/open-record-store.ts'
import { recordFolders } from '../records/record-files.ts'
import { recordImports } from '../records/record-imports.ts'
import type { RecordRoom } from '../records/record-room.ts'
import type { RefusedPlace } from '../records/refused-place.ts'
import { shardsChanged } from '../records/settled-shards.ts'
import { sqlDetections } from '../records/sql-detections.ts'
import { sqlProfiles } from '../records/sql-profiles.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { openClickShard, type ShardAddress } from './click-cluster.ts'
import { clickQueries } from './click-query.ts'
import { clickShelf } from './click-shelf.ts'
import { widenShards } from './shard-columns.ts'
import { folderTurns, type RecordTurns } from './record-turns.ts'

export interface ClickRecordsOptions {
  /** Of this machine: what imports write and bring. */
  readonly folder: string
  /** Where refused imports lie; in the folder where none is given. */
  readonly refused?: RefusedPlace | undefined
  /** Where the catalog lies; whoever opened it closes it. */
  readonly catalog: SqlDatabase
  /** One tenant's records are changed by one at a time, of however many nodes; null where there is this machine only. */
  readonly turns: RecordTurns | null
  /** In the order in which they were given first: it says which center is on which. */
  readonly shards: readonly ShardAddress[]
  readonly database: string
  readonly memoryMegabytes: number
  readonly threads: number
  readonly querySeconds?: number
}

export async function openClickRecords(options: ClickRecordsOptions): Promise<Stored<OpenRecords>> {
  const { folder, catalog: database, memoryMegabytes, threads, querySeconds = QUERY_SECONDS } = options
  const number = options.shards.length
  const batches = catalogBatches(database)
  const settled = await batches.settle(number, options.database)
  if (!settled.ok) return settled
  const folders = recordFolders(folder)
  const catalog = openCatalog(database)
  const entered = await unlessDiskFails(folder, () => enterFolder(folders, catalog))
  if (!entered.ok) return entered
  const ownTurns = options.turns ?? folderTurns(entered.value, folder)
  const shards = options.shards.map(openClickShard)
  await widenShards({ shards, database: options.database })
  const room: RecordRoom = {
    catalog: fenced(catalog, ownTurns, number),
    folders,
    shelf: clickShelf({ shards, database: options.database }, folders, batches),
    refused: options.refused ?? folderRefused(folders),
    threads,
    memoryMegabytes,
    inTurn: oneAtATime(ownTurns),
  }
  const answers = keptAnswers()
  const queries = clickQueries(
    {
      shards,
      database: options.database,
      batches: async (tenantId) => {
        const held = await batches.current(tenantId)
        return held.ok && held.value.some(({ records }) => records.length !== number)
          ? shardsChanged(database.place)
          : held
      },
      work: folders.work,
    },
    { memoryMegabytes, threads, seconds: querySeconds },
    answers,
  )
  let isClosed = false
  const close = () => {
    if (isClosed) return
    isClosed = true
    queries.close()
    entered.value.close()
    for (const replica of shards.flatMap(({ replicas }) => replicas)) void replica.close()
  }
  return accepted({
    records: {
      ...recordImports(room),
      // A node whose shards are others by now still says what is held: it goes on with everything else.
      holdings: (tenantId) => holdings(catalog, tenantId),
      query: queries.query,
      close,
    },
    profiles: sqlProfiles(database),
    detections: sqlDetections(database),
    forgetAnswers: answers.forget,
    close,
  })
}

/** Those of this process wait for each other; those of other nodes are refused. */
function oneAtATime({ take }: RecordTurns): RecordRoom['inTurn'] {
  const turn = turns()
  return (tenantId, act) =>
    turn(tenantId, async () => {
      const acted = await take(tenantId, act)
      return acted.ok ? acted.value : acted
    })
}

/**
 * Whoever has lost the turn meanwhile changes nothing any more: another node may have taken it. And nothing is read or changed
 * once records lie on another number of shards than this store asks.
 */
function fenced(catalog: Catalog, { lost }: RecordTurns, shards: number): Catalog {
  return {
    ...catalog,
    files: async (tenantId) => {
      const held = await catalog.files(tenantId)
      return held.ok && held.value.some(({ batch }) => batch?.spread.length !== shards)
        ? shardsChanged(catalog.place)
        : held
    },
    commit: async (tenantId, swap) => lost(tenantId) ?? catalog.commit(tenantId, { ...swap, shards }),
  }
}
