import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isEvidenceKind } from '../../app/ports/evidence-kind.ts'
import { isFinal, type ContentFault } from '../../app/ports/evidence-refusals.ts'
import type { EvidenceFile, UploadDeclaration, UploadId } from '../../app/ports/evidence-store.ts'
import { parseId, type PersonId } from '../../core/kernel/identifiers.ts'
import { parseTimestamp } from '../../core/kernel/timestamp.ts'
import { parseDigest } from '../../core/ledger/chain.ts'
import { makeFolder, orNull, readWhole, writeWhole } from './durable-files.ts'

/**
 * One upload is up to three files: what the client declares, the part that has arrived, and how it ended. The end is
 * written before the part is moved or removed, so whoever finishes again after a crash goes on from there.
 */
export function uploadPart(folder: string, id: UploadId): string {
  return join(folder, `${id}.part`)
}

export type UploadEnd =
  { readonly kind: 'sealed'; readonly file: EvidenceFile } | { readonly kind: 'refused'; readonly fault: ContentFault }

/** The declaration comes last: an upload is known once its part can be written to. */
export async function createUpload(folder: string, id: UploadId, declared: UploadDeclaration): Promise<void> {
  await makeFolder(folder)
  await (await open(uploadPart(folder, id), 'w', 0o640)).close()
  await writeWhole(folder, declarationName(id), JSON.stringify(declared))
}

/** `null` where there is none, and where the disk spoiled it. */
export async function readDeclaration(folder: string, id: UploadId): Promise<UploadDeclaration | null> {
  return parseDeclaration(parseJson(await readWhole(join(folder, declarationName(id)))))
}

export async function readEnd(folder: string, id: UploadId): Promise<UploadEnd | null> {
  return parseEnd(parseJson(await readWhole(join(folder, endName(id)))))
}

export async function writeEnd(folder: string, id: UploadId, end: UploadEnd): Promise<void> {
  await writeWhole(folder, endName(id), JSON.stringify(end))
}

/** How many bytes have arrived; `null` where the part was moved or removed. */
export async function partBytes(folder: string, id: UploadId): Promise<number | null> {
  const facts = await orNull(stat(uploadPart(folder, id)))
  return facts === null ? null : facts.size
}

/** Ids of everything that has left a trace, with or without a declaration; and the ids whose end is written. */
export async function uploadIds(folder: string): Promise<{ all: Set<UploadId>; ended: Set<UploadId> }> {
  const names = (await orNull(readdir(folder))) ?? []
  const idOf = (name: string) => name.slice(0, name.indexOf('.')) as UploadId
  const uploads = names.filter((name) => /^[0-9a-z_-]+\.(?:declared\.json|end\.json|part)(?:\.tmp)?$/.test(name))
  return {
    all: new Set(uploads.map(idOf)),
    ended: new Set(uploads.filter((name) => name.endsWith('.end.json')).map(idOf)),
  }
}

/** The declaration goes last, so that an interrupted removal is found again. */
export async function removeUpload(folder: string, id: UploadId): Promise<void> {
  const names = [`${endName(id)}.tmp`, `${declarationName(id)}.tmp`, `${id}.part`, endName(id), declarationName(id)]
  for (const name of names) await rm(join(folder, name), { force: true })
}

function declarationName(id: UploadId): string {
  return `${id}.declared.json`
}

function endName(id: UploadId): string {
  return `${id}.end.json`
}

function parseJson(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}

function parseDeclaration(json: Readonly<Record<string, unknown>>): UploadDeclaration | null {
  const by = parseId<PersonId>(text(json['by']))
  const begunAt = parseTimestamp(text(json['begunAt']))
  const digest = json['digest'] === null ? null : parseDigest(text(json['digest']))
  const { name, bytes } = json
  if (by === null || begunAt === null || typeof name !== 'string' || typeof bytes !== 'number') return null
  return { by, name, bytes, digest, begunAt }
}

function parseEnd(json: Readonly<Record<string, unknown>>): UploadEnd | null {
  if (json['kind'] === 'refused') {
    const fault = json['fault'] as { readonly code: string } | undefined
    return fault !== undefined && isFinal(fault) ? { kind: 'refused', fault } : null
  }
  const file = json['file'] as Readonly<Record<string, unknown>> | undefined
  const digest = parseDigest(text(file?.['digest']))
  const kind = text(file?.['kind'])
  const bytes = file?.['bytes']
  if (digest === null || !isEvidenceKind(kind) || typeof bytes !== 'number') return null
  return { kind: 'sealed', file: { digest, bytes, kind } }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
