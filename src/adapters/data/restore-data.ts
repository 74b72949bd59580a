import { link, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { BackedUpFile, Backup, BackupCheck } from '../../app/ports/data-house.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import { digestFile } from '../evidence/blob-files.ts'
import { makeFolder, orNull, syncFolder } from '../evidence/durable-files.ts'
import { MANIFEST_FILE, readManifest, type BackupManifest } from './backup-manifest.ts'
import { EVIDENCE_FOLDER, RECORDS_FOLDER, TEMPLATES_FOLDER } from './data-layout.ts'
import { withFiles } from './file-refusal.ts'
import { copyWhole } from './keep-file.ts'

export function checkBackup(backup: string): Promise<Outcome<BackupCheck>> {
  return withManifest(backup, async ({ madeAt, files }, place) => {
    const damages: { path: string; kind: 'missing' | 'differs' }[] = []
    let bytes = 0
    for (const file of files) {
      bytes += file.bytes
      const found = await orNull(digestFile(sourceOf(place, file)))
      if (found === null) damages.push({ path: file.path, kind: 'missing' })
      else if (found.digest !== file.digest || found.bytes !== file.bytes)
        damages.push({ path: file.path, kind: 'differs' })
    }
    return accepted({ madeAt, files: files.length, bytes, damages })
  })
}

/** Written beside its place and renamed: a restoring that breaks off leaves no data folder that looks whole. */
export function restoreData(backup: string, target: string): Promise<Outcome<Backup>> {
  return withManifest(backup, async (manifest, place) => {
    const there = await orNull(readdir(target))
    if (there !== null && there.length > 0)
      return refused('target-not-empty', `“${target}”里已有内容，没有覆盖；请换一个空的或还不存在的文件夹`)
    const draft = `${resolve(target)}.partial`
    await rm(draft, { recursive: true, force: true })
    await makeFolder(draft)
    for (const file of manifest.files) await copyWhole(sourceOf(place, file), join(draft, file.path))
    if (there !== null) await rmdir(target)
    await rename(draft, resolve(target))
    await syncFolder(dirname(resolve(target)))
    return accepted(backupOf(target, manifest))
  })
}

/** Databases are copied, as opening them writes; evidence and records are only read, and linked where the disk can. */
export function tryOutBackup(backup: string): Promise<Outcome<string>> {
  return withManifest(backup, async ({ files }, place) => {
    const trial = join(dirname(place), `.trial-${basename(place)}`)
    await rm(trial, { recursive: true, force: true })
    await makeFolder(trial)
    for (const file of files) {
      const [from, to] = [sourceOf(place, file), join(trial, file.path)]
      const isLinked = isShared(file) && (await linked(from, to))
      // What is missing is told by `checkBackup`; the rest is tried out.
      if (!isLinked && (await orNull(stat(from))) !== null) await copyWhole(from, to)
    }
    return accepted(trial)
  })
}

export async function discardTrial(trial: string): Promise<void> {
  if (basename(trial).startsWith('.trial-')) await rm(trial, { recursive: true, force: true })
}

async function linked(from: string, to: string): Promise<boolean> {
  await makeFolder(dirname(to))
  return link(from, to).then(
    () => true,
    () => false,
  )
}

function isEvidence({ path }: BackedUpFile): boolean {
  return path.startsWith(`${EVIDENCE_FOLDER}/`)
}

function isRecords({ path }: BackedUpFile): boolean {
  return path.startsWith(`${RECORDS_FOLDER}/`)
}

function isTemplate({ path }: BackedUpFile): boolean {
  return path.startsWith(`${TEMPLATES_FOLDER}/`)
}

function isShared(file: BackedUpFile): boolean {
  return isEvidence(file) || isRecords(file)
}

/** Databases and templates lie in the backup's own folder, evidence and records beside it. */
function sourceOf(place: string, file: BackedUpFile): string {
  return join(isShared(file) ? dirname(place) : place, file.path)
}

/** `backup` is one backup, or the folder of several: then the last is meant. */
async function withManifest<Value>(
  backup: string,
  work: (manifest: BackupManifest, place: string) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return withFiles(backup, async () => {
    const place = await placeOf(resolve(backup))
    if (place === null)
      return refused('backup-missing', `“${backup}”不是备份：里面没有 ${MANIFEST_FILE}，也没有含有它的文件夹`)
    const manifest = await readManifest(place)
    return manifest.ok ? work(manifest.value, place) : manifest
  })
}

async function placeOf(backup: string): Promise<string | null> {
  const isOne = async (path: string) => (await orNull(stat(join(path, MANIFEST_FILE)))) !== null
  if (await isOne(backup)) return backup
  const names = (await readdir(backup)).filter((name) => /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}$/u.test(name))
  for (const name of names.toSorted().toReversed()) if (await isOne(join(backup, name))) return join(backup, name)
  return null
}

function backupOf(path: string, { madeAt, files }: BackupManifest): Backup {
  return {
    path,
    madeAt,
    databases: files.filter((file) => !isShared(file) && !isTemplate(file)),
    templates: files.filter(isTemplate),
    evidence: files.filter(isEvidence),
    records: files.filter(isRecords),
    copied: { evidence: files.filter(isEvidence).length, records: files.filter(isRecords).length },
  }
}
