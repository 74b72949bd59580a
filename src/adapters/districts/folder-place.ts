import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Removal } from '../../app/ports/district-house.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import {
  databasesIn,
  EVIDENCE_FOLDER,
  LEDGER_FILE,
  PEOPLE_FILE,
  RECORDS_FILE,
  RECORDS_FOLDER,
} from '../data/data-layout.ts'
import { withFiles } from '../data/file-refusal.ts'
import { hasBatches, refuseListedOnShards } from '../data/listed-records.ts'
import { tenantFolder } from '../evidence/tenant-folder.ts'
import { takeDataFolder } from '../files/data-folder.ts'
import { recordFolders } from '../records/record-files.ts'
import { movesUnfinished } from '../records/settled-shards.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import type { DistrictPlace, DistrictPlaces, DistrictRegister } from './district-place.ts'
import { filesIn } from './export-district.ts'
import { dropOwnFolders } from './own-folders.ts'
import { readTenantRows, removeTenantRows } from './tenant-rows.ts'
import { compareLines, isTold, toldLine, writeLinesInto, type TakeLines } from './told-rows.ts'

/** What of an installation lies in its data folder; the rest lies on servers. */
export interface InFolder {
  readonly isOffice: boolean
  readonly isEvidence: boolean
  readonly isRecords: boolean
}

/** An installation that lies in its data folder altogether. */
export async function folderPlaces(path: string, purpose: 'reading' | 'removing'): Promise<Outcome<DistrictPlaces>> {
  const folder = purpose === 'removing' ? takeDataFolder(path) : null
  if (folder !== null && !folder.ok) return folder
  return accepted({
    places: [folderPlace(path, { isOffice: true, isEvidence: true, isRecords: true })],
    register: folderRegister(path),
    inTurn: (_tenantId, act) => act(),
    close: async () => folder?.value.release(),
  })
}

export function folderPlace(path: string, within: InFolder): DistrictPlace {
  return {
    copyOut: (tenantId, draft) =>
      withFiles(path, async () => {
        const here = recordsHere(path, within)
        if (!here.ok) return here
        const names = await databasesOf(path, within)
        if (within.isOffice && !names.includes(LEDGER_FILE))
          return refused('data-missing', `“${path}”不是明衡的数据文件夹：没有 ${LEDGER_FILE}；请用 --data 指明`)
        const written = await eachTable(path, names, tenantId, writeLinesInto(draft))
        if (!written.ok) return written
        for (const [from, to] of sealedFolders(path, tenantId, within))
          if (existsSync(from)) await cp(from, join(draft, to), { recursive: true, errorOnExist: true, force: false })
        return accepted(null)
      }),
    stale: (tenantId, listed) =>
      withFiles(path, async () => {
        const stale: string[] = []
        const told = await eachTable(path, await databasesOf(path, within), tenantId, compareLines(listed, stale))
        if (!told.ok) return told
        for (const [from, to] of sealedFolders(path, tenantId, within))
          for (const place of existsSync(from) ? await filesIn(from) : [])
            if (!listed.has(`${to}/${place}`)) stale.push(`${to}/${place}`)
        return accepted(stale)
      }),
    ready: async (tenantId) => {
      const here = recordsHere(path, within)
      if (!here.ok || !within.isRecords) return here
      const elsewhere = hasBatches(path, tenantId)
      if (!elsewhere.ok) return elsewhere
      return elsewhere.value ? movesUnfinished() : accepted(null)
    },
    remove: ({ tenantId }) =>
      withFiles(path, async () => {
        const counts: Record<string, number> = {}
        for (const place of await dropOwnFolders(path, tenantId)) counts[place] = 1
        for (const name of (await databasesOf(path, within)).filter((one) => one !== PEOPLE_FILE)) {
          const gone = removeTenantRows(join(path, name), tenantId)
          if (!gone.ok) return gone
          for (const [table, count] of Object.entries(gone.value)) counts[`${storeOf(name)}/${table}`] = count
        }
        return accepted(counts)
      }),
  }
}

/** The people of a data folder, among whom the district stands. */
export function folderRegister(path: string): DistrictRegister {
  const people = join(path, PEOPLE_FILE)
  return {
    begin: async (removal) => begin(people, removal),
    finish: async ({ tenantId, at }, counts) => {
      const own: Record<string, number> = {}
      const gone = removeTenantRows(people, tenantId, (connection, rows) => {
        for (const [table, count] of Object.entries(rows)) own[`${storeOf(PEOPLE_FILE)}/${table}`] = count
        connection
          .prepare('UPDATE removed_tenant SET removed_at = ?, counts = ? WHERE removed_tenant_id = ?')
          .run(at, JSON.stringify({ ...counts, ...own }), tenantId)
      })
      return gone.ok ? accepted(own) : gone
    },
  }
}

function recordsHere(path: string, { isRecords }: InFolder): Stored<null> {
  return isRecords ? refuseListedOnShards(path) : accepted(null)
}

/** A folder whose office was moved to a server may still have the files of before: they are nobody's any more. */
async function databasesOf(path: string, { isOffice, isRecords }: InFolder): Promise<readonly string[]> {
  if (isOffice) return databasesIn(path)
  return isRecords ? (await databasesIn(path)).filter((name) => name === RECORDS_FILE) : []
}

/** Where a district's files lie that never change once they have their name, and where an export has them. */
function sealedFolders(
  path: string,
  tenantId: TenantId,
  { isEvidence, isRecords }: InFolder,
): readonly (readonly [from: string, to: string])[] {
  const { blobs, bringers } = tenantFolder(join(path, EVIDENCE_FOLDER), tenantId)
  const records = recordFolders(join(path, RECORDS_FOLDER)).tenant(tenantId)
  return [
    ...(isEvidence ? ([[blobs, 'evidence/blobs'] as const, [bringers, 'evidence/bringers'] as const] as const) : []),
    ...(isRecords ? ([[records, 'records']] as const) : []),
  ]
}

async function eachTable(
  path: string,
  names: readonly string[],
  tenantId: TenantId,
  take: TakeLines,
): Promise<Outcome<null>> {
  for (const name of names) {
    const opened = readTenantRows(join(path, name))
    if (!opened.ok) return opened
    const { tables, rows, close } = opened.value
    try {
      for (const table of tables.filter(isTold))
        await take(`rows/${storeOf(name)}/${table}.jsonl`, linesOf(table, rows(table, tenantId)))
    } finally {
      close()
    }
  }
  return accepted(null)
}

function* linesOf(table: string, rows: Iterable<Readonly<Record<string, unknown>>>): Iterable<string> {
  for (const row of rows) yield toldLine(table, row)
}

function storeOf(name: string): string {
  return name.replace(/\.sqlite$/, '')
}

function begin(path: string, { tenantId, name, by, at, exportDigest }: Removal): Stored<null> {
  return guarded(path, () => {
    const connection = new DatabaseSync(path, { timeout: 30_000 })
    try {
      connection.exec('PRAGMA synchronous = FULL')
      connection
        .prepare(
          `INSERT INTO removed_tenant (removed_tenant_id, name, removed_by, export_digest, begun_at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (removed_tenant_id) DO UPDATE SET removed_by = excluded.removed_by, begun_at = excluded.begun_at,
             export_digest = coalesce(excluded.export_digest, removed_tenant.export_digest)`,
        )
        .run(tenantId, name, by, exportDigest, at)
      return null
    } finally {
      connection.close()
    }
  })
}
