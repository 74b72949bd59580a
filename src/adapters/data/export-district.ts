import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BackedUpFile } from '../../app/ports/data-house.ts'
import type { DistrictExport, ExportCheck, MadeExport } from '../../app/ports/district-house.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import { digestFile } from '../evidence/blob-files.ts'
import { orNull, syncFolder, writeWhole } from '../evidence/durable-files.ts'
import { tenantFolder } from '../evidence/tenant-folder.ts'
import { recordFolders } from '../records/record-files.ts'
import { databasesIn, EVIDENCE_FOLDER, LEDGER_FILE, RECORDS_FOLDER } from './data-layout.ts'
import { DISTRICT_MANIFEST, districtManifestText, readDistrictManifest } from './district-manifest.ts'
import { withFiles } from './file-refusal.ts'
import { syncFile } from './keep-file.ts'
import { readTenantRows } from './tenant-rows.ts'

/** What lets somebody in is nobody's to hand on: these columns are written out as null. */
const SECRETS: Readonly<Record<string, ReadonlySet<string>>> = {
  person: new Set(['password', 'second_factor', 'checksum']),
  api_token: new Set(['token_digest']),
}

/** Open doors, which end with the district. */
const DOORS: ReadonlySet<string> = new Set(['session', 'sign_on_attempt'])

export function copyOut(path: string, tenantId: TenantId, draft: string): Promise<Outcome<null>> {
  return withFiles(path, async () => {
    const names = await databasesIn(path)
    if (!names.includes(LEDGER_FILE))
      return refused('data-missing', `“${path}”不是明衡的数据文件夹：没有 ${LEDGER_FILE}；请用 --data 指明`)
    await mkdir(join(draft, 'ledgers'), { recursive: true, mode: 0o700 })
    for (const name of names) {
      const written = await eachTable(path, name, tenantId, async (place, lines) => {
        await mkdir(dirname(join(draft, place)), { recursive: true })
        await pipeline(Readable.from(lines), createWriteStream(join(draft, place), { flags: 'wx' }))
        await syncFile(join(draft, place))
      })
      if (!written.ok) return written
    }
    for (const [from, to] of sealedFolders(path, tenantId))
      if (existsSync(from)) await cp(from, join(draft, to), { recursive: true, errorOnExist: true, force: false })
    return accepted(null)
  })
}

export function sealExport(draft: string, target: string, made: MadeExport): Promise<Outcome<DistrictExport>> {
  return withFiles(target, async () => {
    if ((await orNull(stat(target))) !== null)
      return refused('file-exists', `“${target}”已经在那里，没有覆盖；请换一个位置`)
    const files: BackedUpFile[] = []
    for (const place of await filesIn(draft)) files.push({ path: place, ...(await digestFile(join(draft, place))) })
    await writeWhole(draft, DISTRICT_MANIFEST, districtManifestText(made, files))
    await rename(draft, target)
    await syncFolder(dirname(target))
    const manifest = await readDistrictManifest(target)
    return manifest.ok ? accepted(summaryOf(target, manifest.value)) : manifest
  })
}

/** Rows are told anew and compared by their digests: an export that does not hold what is there now is of no use before a removal. */
export function checkExport(path: string, tenantId: TenantId, exported: string): Promise<Outcome<ExportCheck>> {
  return withFiles(exported, async () => {
    const read = await readDistrictManifest(exported)
    if (!read.ok) return read
    const manifest = read.value
    if (manifest.tenantId !== tenantId)
      return refused('export-of-other', `“${exported}”是“${manifest.name}”（${manifest.tenantId}）的导出，不是这个区的`)
    const damages: string[] = []
    for (const { path: place, digest } of manifest.files) {
      const found = await orNull(digestFile(join(exported, place)))
      if (found?.digest !== digest) damages.push(place)
    }
    const listed = new Map(manifest.files.map((file) => [file.path, file.digest]))
    const stale: string[] = []
    for (const name of await databasesIn(path)) {
      const told = await eachTable(path, name, tenantId, async (place, lines) => {
        const hash = createHash('sha256')
        for (const line of lines) hash.update(line)
        if (listed.get(place) !== hash.digest('hex')) stale.push(place)
      })
      if (!told.ok) return told
    }
    for (const [from, to] of sealedFolders(path, tenantId))
      for (const place of existsSync(from) ? await filesIn(from) : [])
        if (!listed.has(`${to}/${place}`)) stale.push(`${to}/${place}`)
    return accepted({ ...summaryOf(exported, manifest), madeAt: manifest.madeAt, damages, stale })
  })
}

/** Where a district's files lie that never change once they have their name, and where an export has them. */
function sealedFolders(path: string, tenantId: TenantId): readonly (readonly [from: string, to: string])[] {
  const { blobs, bringers } = tenantFolder(join(path, EVIDENCE_FOLDER), tenantId)
  return [
    [blobs, 'evidence/blobs'],
    [bringers, 'evidence/bringers'],
    [recordFolders(join(path, RECORDS_FOLDER)).tenant(tenantId), 'records'],
  ]
}

async function eachTable(
  path: string,
  name: string,
  tenantId: TenantId,
  take: (place: string, lines: Iterable<string>) => Promise<void>,
): Promise<Outcome<null>> {
  const opened = readTenantRows(join(path, name))
  if (!opened.ok) return opened
  const { tables, rows, close } = opened.value
  try {
    for (const table of tables.filter((one) => !DOORS.has(one)))
      await take(`rows/${name.replace(/\.sqlite$/, '')}/${table}.jsonl`, linesOf(table, rows(table, tenantId)))
    return accepted(null)
  } finally {
    close()
  }
}

function* linesOf(table: string, rows: Iterable<Readonly<Record<string, unknown>>>): Iterable<string> {
  for (const row of rows)
    yield `${canonicalJson(Object.fromEntries(Object.entries(row).map(([column, value]) => [column, toldOf(table, column, value)])))}\n`
}

function toldOf(table: string, column: string, value: unknown): unknown {
  if (SECRETS[table]?.has(column)) return null
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') }
  return typeof value === 'bigint' ? Number(value) : value
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

function summaryOf(
  path: string,
  { digest, files }: { readonly digest: DistrictExport['digest']; readonly files: readonly BackedUpFile[] },
): DistrictExport {
  return { path, digest, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
}
