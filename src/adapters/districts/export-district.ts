import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { BackedUpFile } from '../../app/ports/data-house.ts'
import type { DistrictExport, ExportCheck, MadeExport } from '../../app/ports/district-house.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import { withFiles } from '../data/file-refusal.ts'
import { digestFile } from '../evidence/blob-files.ts'
import { orNull, syncFolder, writeWhole } from '../evidence/durable-files.ts'
import { DISTRICT_MANIFEST, districtManifestText, readDistrictManifest } from './district-manifest.ts'
import type { DistrictPlace } from './district-place.ts'

export function copyOut(places: readonly DistrictPlace[], tenantId: TenantId, draft: string): Promise<Outcome<null>> {
  return withFiles(draft, async () => {
    // What an export that broke off has left is no part of this one.
    await rm(draft, { recursive: true, force: true })
    await mkdir(join(draft, 'ledgers'), { recursive: true, mode: 0o700 })
    for (const place of places) {
      const copied = await place.copyOut(tenantId, draft)
      if (!copied.ok) return copied
    }
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
export function checkExport(
  places: readonly DistrictPlace[],
  tenantId: TenantId,
  exported: string,
): Promise<Outcome<ExportCheck>> {
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
    for (const place of places) {
      const compared = await place.stale(tenantId, listed)
      if (!compared.ok) return compared
      stale.push(...compared.value)
    }
    return accepted({ ...summaryOf(exported, manifest), madeAt: manifest.madeAt, damages, stale })
  })
}

export async function filesIn(folder: string): Promise<readonly string[]> {
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
