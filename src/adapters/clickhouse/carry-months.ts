import { link, mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CarriedMonth } from '../../app/ports/record-move.ts'
import { storeFault } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { parseDigest } from '../../core/ledger/chain.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import { makeFolder, orNull, syncFolder } from '../evidence/durable-files.ts'
import type { CatalogBatches } from '../records/catalog-batches.ts'
import type { PlacedFile } from '../records/catalog-placings.ts'
import { sortKey } from '../records/importing/import-job.ts'
import { STORED_PARQUET } from '../records/importing/parquet-copy.ts'
import type { ShelfPlace } from '../records/month-shelf.ts'
import { recordFolders, type RecordFile, type RecordFolders } from '../records/record-files.ts'
import type { RecordRoom } from '../records/record-room.ts'
import { sealFile, sealOf, type FileSeal } from '../records/seal-file.ts'
import { literal, quoted, storedColumns, storedRows } from '../records/stored-columns.ts'
import { withDuckDb } from '../records/with-duckdb.ts'
import { bringBatches } from './bring-batches.ts'
import { placesOf, type ClickCluster } from './click-cluster.ts'
import { putBatches } from './put-batches.ts'
import { recordMoveRefusal } from './record-move-refusals.ts'

export interface CarryRoom extends Pick<RecordRoom, 'folders' | 'memoryMegabytes' | 'threads'> {
  /** Null for the folder. */
  readonly from: ClickCluster | null
  readonly to: ClickCluster | null
  readonly batches: CatalogBatches
}

export interface CarryWish {
  readonly tenantId: TenantId
  readonly files: readonly RecordFile[]
  readonly at: Timestamp
  readonly asHeld: boolean
  readonly signal: AbortSignal
}

export interface Carried {
  readonly months: readonly CarriedMonth[]
  /** Where they were put on shards. */
  readonly placed: readonly PlacedFile[]
  /** Those that a folder has under another name, with their seals. */
  readonly renamed: readonly { readonly file: RecordFile; readonly seal: FileSeal }[]
}

/** Brings some files of one district, puts them where they are to lie, and reads back what lies there: byte for byte the same. */
export async function carryMonths(room: CarryRoom, wish: CarryWish): Promise<Outcome<Carried>> {
  return withDuckDb(room, async (duckDb, folder) => {
    const { tenantId, files, asHeld, signal } = wish
    const before = recordFolders(join(folder, 'before'))
    const place = { tenantId, duckDb, folder, watch: { signal, onProgress: () => undefined } }
    const ready = await fetched(room, place, before, files)
    if (!ready.ok) return ready
    const seals = new Map<RecordFile, FileSeal>()
    for (const file of files) {
      const seal = await sealOf(before.file(tenantId, file))
      if (seal.digest !== file.digest && !asHeld) return recordMoveRefusal('records-unlike', nameOf(file), nearTo(room))
      seals.set(file, seal)
    }
    const sealed = (file: RecordFile): FileSeal => seals.get(file) ?? never(file)
    const put =
      room.to === null
        ? await laidDown(room, wish, before, sealed)
        : await onShards(room, room.to, wish, { place, before, sealed })
    if (!put.ok) return put
    const months = files.map((file): CarriedMonth => ({
      tenantId,
      dataSet: file.dataSet,
      month: file.month,
      records: file.records,
      digest: parseDigest(sealed(file).digest) ?? never(file),
      isAsImported: sealed(file).digest === file.digest,
    }))
    return accepted({ ...put.value, months })
  })
}

/** Each file in `before`: a link to what this machine has with the right digest, or what the shards have. */
async function fetched(
  { folders, from }: CarryRoom,
  place: ShelfPlace,
  before: RecordFolders,
  files: readonly RecordFile[],
): Promise<Outcome<null>> {
  const missing: RecordFile[] = []
  for (const file of files) {
    const [own, path] = [folders.file(place.tenantId, file), before.file(place.tenantId, file)]
    await mkdir(dirname(path), { recursive: true })
    const isHere = (await orNull(stat(own))) !== null && (await sealOf(own)).digest === file.digest
    if (isHere) await link(own, path)
    else if (from === null) return storeFault('store-corrupted', own, '没有这个文件，或内容与导入时的摘要不符')
    else missing.push(file)
  }
  return from === null ? accepted(null) : bringBatches({ cluster: from, folders: before }, place, missing)
}

type Put = Omit<Carried, 'months'>

/** Under the names that a folder has them by, and on its disk. */
async function laidDown(
  { folders }: CarryRoom,
  { tenantId, files }: CarryWish,
  before: RecordFolders,
  sealed: (file: RecordFile) => FileSeal,
): Promise<Outcome<Put>> {
  const renamed: Put['renamed'][number][] = []
  for (const file of files) {
    const seal = sealed(file)
    const own = folders.file(tenantId, { ...file, digest: seal.digest })
    await makeFolder(dirname(own))
    await sealFile(before.file(tenantId, file), () => own)
    await syncFolder(dirname(own))
    if ((await sealOf(own)).digest !== seal.digest) return storeFault('store-corrupted', own, '写入后读回的内容不同')
    if (seal.digest !== file.digest) renamed.push({ file, seal })
  }
  return accepted({ placed: [], renamed })
}

interface Fetched {
  readonly place: ShelfPlace
  readonly before: RecordFolders
  readonly sealed: (file: RecordFile) => FileSeal
}

async function onShards(
  { batches }: CarryRoom,
  to: ClickCluster,
  { tenantId, files, at }: CarryWish,
  { place, before, sealed }: Fetched,
): Promise<Outcome<Put>> {
  const come = await putBatches({ cluster: to, folders: before, batches }, place, files, at)
  if (!come.ok) return come
  const after = recordFolders(join(place.folder, 'after'))
  const back = await bringBatches({ cluster: to, folders: after }, place, come.value)
  if (!back.ok) return back
  const placed: PlacedFile[] = []
  for (const [nth, { batch }] of come.value.entries()) {
    const file = files[nth]
    if (file === undefined || batch === null) throw new Error('put without a batch')
    const seal = await sealOf(after.file(tenantId, file))
    const isSame =
      seal.digest === sealed(file).digest ||
      seal.digest === (await rewritten(place, file, before.file(tenantId, file))).digest
    if (!isSame) return recordMoveRefusal('records-differ', nameOf(file), placesOf(to))
    placed.push({ file, batch })
  }
  return accepted({ placed, renamed: [] })
}

/** As this version of DuckDB writes the same rows: one that an earlier version wrote may have other bytes. */
async function rewritten({ duckDb, folder, watch }: ShelfPlace, file: RecordFile, path: string): Promise<FileSeal> {
  const set = dataSet(file.dataSet)
  const [draft, columns] = [join(folder, 'again.parquet'), storedColumns(set).map(({ name }) => quoted(name))]
  const select = `SELECT ${columns.join(', ')} FROM ${storedRows(set, [path])} ORDER BY ${sortKey(set, file.part).join(', ')}`
  await duckDb.on(watch.signal, (connection) =>
    connection.run(`COPY (${select}) TO ${literal(draft)} (${STORED_PARQUET})`),
  )
  return sealOf(draft)
}

function nameOf({ dataSet: name, month }: RecordFile): string {
  return `${dataSet(name).chinese}${month === '' ? '（已被更正的旧版本）' : ` ${month}`}`
}

function nearTo({ from }: CarryRoom): string {
  return from === null ? '' : placesOf(from)
}

function never(file: RecordFile): never {
  throw new Error(`no seal of ${nameOf(file)}`)
}
