import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackedUpFile } from '../../app/ports/data-house.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import { isCanonical } from '../../core/kernel/is-canonical.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import { parseTimestamp, type Timestamp } from '../../core/kernel/timestamp.ts'
import { parseDigest } from '../../core/ledger/chain.ts'

/** What a backup holds, with every digest. The last line seals it, as in a bundle: no byte of it can change unseen. */
export interface BackupManifest {
  readonly madeAt: Timestamp
  readonly program: string
  readonly files: readonly BackedUpFile[]
}

export const MANIFEST_FILE = 'backup.jsonl'
const FORMAT = 'mingheng-backup/1'

export function manifestText({ madeAt, program, files }: BackupManifest): string {
  const lines = [
    { kind: 'backup', format: FORMAT, madeAt, program },
    ...files.map((file) => ({ kind: 'file', ...file })),
  ]
  const before = lines.map((line) => `${canonicalJson(line)}\n`).join('')
  return `${before}${canonicalJson({ kind: 'seal', digest: digestOf(before) })}\n`
}

export async function readManifest(backup: string): Promise<Outcome<BackupManifest>> {
  const path = join(backup, MANIFEST_FILE)
  const text = (await readFile(path)).toString('utf8')
  const manifest = parseManifest(text)
  if (manifest !== null) return accepted(manifest)
  return refused('backup-damaged', `“${path}”不是完整的备份清单，或被改过；请改用另一份备份`)
}

function parseManifest(text: string): BackupManifest | null {
  const end = text.trimEnd().lastIndexOf('\n') + 1
  const before = text.slice(0, end)
  if (text.slice(end) !== `${canonicalJson({ kind: 'seal', digest: digestOf(before) })}\n`) return null
  const [first, ...rest] = before.trimEnd().split('\n').map(parseManifestLine)
  if (first?.['kind'] !== 'backup' || first['format'] !== FORMAT) return null
  const { madeAt, program } = first
  const time = typeof madeAt === 'string' ? parseTimestamp(madeAt) : null
  const files = rest.map(listedFile).filter((file) => file !== null)
  if (time === null || typeof program !== 'string' || files.length !== rest.length) return null
  return { madeAt: time, program, files }
}

/** Null for a line that lists no file, or one outside of the folder. */
export function listedFile(record: Readonly<Record<string, unknown>> | null): BackedUpFile | null {
  if (record?.['kind'] !== 'file') return null
  const { path, bytes, digest } = record
  const parsed = typeof digest === 'string' ? parseDigest(digest) : null
  if (parsed === null || typeof bytes !== 'number' || typeof path !== 'string' || !isInside(path)) return null
  return { path, bytes, digest: parsed }
}

/** A manifest from elsewhere must not lead out of the folders that are read and written. */
function isInside(path: string): boolean {
  return /^[^/\\\0]+(?:\/[^/\\\0]+)*$/u.test(path) && !path.split('/').some((part) => part === '.' || part === '..')
}

export function parseManifestLine(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && isCanonical(line, value)
      ? (value as Readonly<Record<string, unknown>>)
      : null
  } catch {
    return null
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
