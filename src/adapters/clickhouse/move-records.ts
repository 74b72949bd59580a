import type { CarriedMonth, Carrying, RecordMove, RecordMoveOutlook } from '../../app/ports/record-move.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { CatalogPlacings, PlacedFile, RenamedFile } from '../records/catalog-placings.ts'
import { unlessImportFails } from '../records/importing/import-faults.ts'
import type { RecordFile } from '../records/record-files.ts'
import { carryMonths, type CarryRoom } from './carry-months.ts'
import { shardRefusal } from './click-fault.ts'
import { placesOf, type ClickCluster, type ClickShard } from './click-cluster.ts'
import { namedTables } from './click-schema.ts'
import { clickText, clickTexts } from './click-text.ts'
import { countBatches } from './count-batches.ts'
import { removeBatches } from './forget-batches.ts'
import { prepareShards } from './prepare-shards.ts'
import { recordMoveRefusal } from './record-move-refusals.ts'

export interface RecordMoveOptions extends CarryRoom {
  readonly placings: CatalogPlacings
  /** As people know it. */
  readonly folder: string
}

/** Over one catalog: what is held on shards, or in the folder, goes to another number of shards or to the folder. */
export function openRecordMove(options: RecordMoveOptions): RecordMove {
  const { from, to, placings, batches, folders, memoryMegabytes } = options
  const [here, there] = [from?.shards.length ?? 0, to?.shards.length ?? 0]
  const renamed: RenamedFile[] = []
  /** In a folder, what was brought is known by its being there; on shards, by the catalog. */
  const laidDown = new Map<TenantId, Set<string>>()
  const guarded = <Value>(signal: AbortSignal | null, work: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> =>
    unlessImportFails({ root: folders.root, memoryMegabytes, signal }, work)

  const missing = async (tenantId: TenantId): Promise<Outcome<readonly RecordFile[]>> => {
    const files = await placings.unplaced(tenantId, there)
    if (!files.ok || to !== null) return files
    const done = laidDown.get(tenantId)
    return accepted(files.value.filter((file) => done?.has(keyOf(file)) !== true))
  }

  const carryDistrict = async (
    tenantId: TenantId,
    { at, asHeld, signal, most = MOST_FILES, tell }: Carrying,
    months: CarriedMonth[],
  ): Promise<Outcome<null>> => {
    const files = await missing(tenantId)
    if (!files.ok) return files
    for (const group of groupsOf(files.value, most)) {
      const carried = await guarded(signal, () => carryMonths(options, { tenantId, files: group, at, asHeld, signal }))
      if (!carried.ok) return carried
      const noted = to === null ? accepted(null) : await placings.note(tenantId, carried.value.placed, there)
      if (!noted.ok) return noted
      renamed.push(...carried.value.renamed.map((one) => ({ tenantId, ...one })))
      laidDown.set(tenantId, new Set([...(laidDown.get(tenantId) ?? []), ...group.map(keyOf)]))
      months.push(...carried.value.months)
      tell(months.reduce((sum, { records }) => sum + records, 0))
    }
    return accepted(null)
  }

  return {
    from: nameOf(options, from),
    to: nameOf(options, to),
    look: async () => {
      const settled = await placings.settled()
      if (!settled.ok) return settled
      const inFolder = await placings.inFolder()
      if (!inFolder.ok) return inFolder
      const held = inFolder.value > 0 ? 0 : (settled.value?.shards ?? null)
      const isOver = held === there
      if (here === there) return recordMoveRefusal('records-same-shards', here)
      if (held !== null && held !== here && !isOver)
        return recordMoveRefusal('records-misplaced', placeName(held), placeName(here))
      const name = (from ?? to)?.database ?? ''
      if (settled.value !== null && held !== 0 && settled.value.name !== name)
        return recordMoveRefusal('records-misplaced', `“${settled.value.name}”库`, `“${name}”库`)
      for (const cluster of [from, to]) {
        const ready = cluster === null ? accepted(null) : await prepareShards(cluster)
        if (!ready.ok) return ready
      }
      if (isOver) return accepted({ ...NOTHING, isOver })
      return outlookOf(options, there)
    },
    carry: async (carrying) => {
      // What a move to somewhere else had placed: who only asks what there would be to do leaves it to that.
      const dropped = await placings.dropOthers(there)
      if (!dropped.ok) return dropped
      const tenants = await placings.tenants()
      if (!tenants.ok) return tenants
      const months: CarriedMonth[] = []
      for (const tenantId of tenants.value) {
        const carried = await carryDistrict(tenantId, carrying, months)
        if (!carried.ok) return carried
      }
      return accepted(months)
    },
    switchOver: async (at) => {
      if (to !== null) {
        const isWhole = await isStillThere(options, to)
        if (!isWhole.ok || !isWhole.value) return isWhole
        return placings.switchTo({ shards: there, name: to.database }, at)
      }
      const switched = await placings.switchToFolder(renamed, at)
      return switched.ok ? accepted(true) : switched
    },
    forget: async (tell) => {
      const tenants = await placings.batchTenants()
      if (!tenants.ok) return tenants
      const both = { shards: shardsOfBoth(from, to), database: (from ?? to)?.database ?? '' }
      for (const [nth, tenantId] of tenants.value.entries()) {
        tell(nth)
        for (let isAll = false; !isAll;) {
          const left = await batches.leftElsewhere(tenantId, there)
          if (!left.ok) return left
          const removed = await removeBatches(both, batches, tenantId, left.value)
          if (!removed.ok) return removed
          isAll = removed.value
        }
      }
      return accepted(null)
    },
  }
}

const NOTHING = { months: 0, records: 0, fileBytes: 0, shardBytes: null, placed: 0 }

async function outlookOf(options: RecordMoveOptions, shards: number): Promise<Outcome<RecordMoveOutlook>> {
  const { placings, from, to } = options
  const tenants = await placings.tenants()
  if (!tenants.ok) return tenants
  let [months, records, fileBytes, placed] = [0, 0, 0, 0]
  for (const tenantId of tenants.value) {
    const kept = to === null ? accepted([]) : await stillThere(options, to, tenantId)
    if (!kept.ok) return kept
    const rest = await placings.unplaced(tenantId, shards)
    if (!rest.ok) return rest
    for (const file of [...kept.value.map((one) => one.file), ...rest.value]) {
      months += 1
      records += file.records
      fileBytes += file.bytes
    }
    placed += kept.value.reduce((sum, { file }) => sum + file.records, 0)
  }
  const shardBytes = from === null ? accepted(null) : await bytesOn(from)
  if (!shardBytes.ok) return shardBytes
  return accepted({ months, records, fileBytes, shardBytes: shardBytes.value, placed, isOver: false })
}

/** Whether the shards have all that was placed: counted once more, as long as it may still be brought again. */
async function isStillThere(options: RecordMoveOptions, to: ClickCluster): Promise<Outcome<boolean>> {
  const tenants = await options.placings.tenants()
  if (!tenants.ok) return tenants
  let isAll = true
  for (const tenantId of tenants.value) {
    const placed = await options.placings.placed(tenantId, to.shards.length)
    if (!placed.ok) return placed
    const kept = await stillThere(options, to, tenantId)
    if (!kept.ok) return kept
    isAll &&= kept.value.length === placed.value.length
  }
  return accepted(isAll)
}

/** What was placed by a move that broke off, as far as the shards still have all of it; the rest is brought again. */
async function stillThere(
  { placings }: RecordMoveOptions,
  to: ClickCluster,
  tenantId: TenantId,
): Promise<Outcome<readonly PlacedFile[]>> {
  const placed = await placings.placed(tenantId, to.shards.length)
  if (!placed.ok) return placed
  const filesOf = (some: readonly PlacedFile[]) => some.map(({ file, batch }) => ({ ...file, batch }))
  const all = await countBatches(to, { tenantId, files: filesOf(placed.value), signal: null })
  if (all.ok) return placed
  const kept: PlacedFile[] = []
  for (const one of placed.value) {
    const counted = await countBatches(to, { tenantId, files: filesOf([one]), signal: null })
    if (!counted.ok && counted.refusal.code !== 'shard-incomplete') return counted
    if (counted.ok) kept.push(one)
  }
  const gone = placed.value.filter((one) => !kept.includes(one)).map(({ file }) => file)
  const dropped = await placings.drop(tenantId, gone)
  return dropped.ok ? accepted(kept) : dropped
}

async function bytesOn({ shards, database }: ClickCluster): Promise<Outcome<number>> {
  let bytes = 0
  const tables = clickTexts(namedTables(null).map(({ name }) => name))
  for (const shard of shards) {
    const sql = `SELECT sum(bytes_on_disk) FROM system.parts
      WHERE active AND database = ${clickText(database)} AND table IN (${tables})`
    const found = await shard.ask(async (replica) => {
      const answer = await replica.ask(sql, { database: '' })
      return answer.ok ? accepted(Number(answer.value.rows[0]?.[0])) : shardRefusal(answer.fault)
    })
    if (!found.ok) return found
    bytes += found.value
  }
  return accepted(bytes)
}

/** Each once: a shard that stays is in both, with as many of its replicas as either names. */
function shardsOfBoth(from: ClickCluster | null, to: ClickCluster | null): readonly ClickShard[] {
  const all = [...(from?.shards ?? []), ...(to?.shards ?? [])]
  const isSame = (one: ClickShard, other: ClickShard) =>
    one.replicas.some(({ place }) => other.replicas.some((replica) => replica.place === place))
  const isLess = (one: ClickShard, other: ClickShard) =>
    other.replicas.length > one.replicas.length ||
    (other.replicas.length === one.replicas.length && all.indexOf(other) < all.indexOf(one))
  return all.filter((shard) => !all.some((other) => other !== shard && isSame(shard, other) && isLess(shard, other)))
}

/** A few at a time: each group costs a DuckDB and a question to every shard. */
function groupsOf(files: readonly RecordFile[], most: number): readonly (readonly RecordFile[])[] {
  const groups: RecordFile[][] = []
  let records = 0
  for (const file of files) {
    const last = groups.at(-1)
    records += file.records
    if (last === undefined || last.length >= most || records > MOST_RECORDS) {
      groups.push([file])
      records = file.records
    } else last.push(file)
  }
  return groups
}

const MOST_FILES = 24
const MOST_RECORDS = 1_000_000

function keyOf({ dataSet, part, month, digest }: RecordFile): string {
  return `${dataSet} ${part} ${month} ${digest}`
}

function nameOf({ folder }: RecordMoveOptions, cluster: ClickCluster | null): string {
  if (cluster === null) return `${placeName(0)}“${folder}”`
  return `${placeName(cluster.shards.length)}：${placesOf(cluster)}`
}

function placeName(shards: number): string {
  return shards === 0 ? '数据文件夹' : `${shards} 个分片`
}
