import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackedUpFile } from '../../app/ports/data-house.ts'
import type { MadeExport } from '../../app/ports/district-house.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import { parseId, type TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import { parseTimestamp } from '../../core/kernel/timestamp.ts'
import { parseDigest, type Digest } from '../../core/ledger/chain.ts'
import { listedFile, parseManifestLine } from '../data/backup-manifest.ts'

/** What was written out of a district: every file with its digest. `digest` is of the whole list, which its last line says. */
export interface DistrictManifest extends MadeExport {
  readonly files: readonly BackedUpFile[]
  readonly digest: Digest
}

export const DISTRICT_MANIFEST = 'district.jsonl'
const FORMAT = 'mingheng-district/1'

export function districtManifestText(made: MadeExport, files: readonly BackedUpFile[]): string {
  const { tenantId, name, madeAt, program } = made
  const lines = [
    { kind: 'district', format: FORMAT, tenantId, name, madeAt, program },
    ...files.map((file) => ({ kind: 'file', ...file })),
  ]
  const before = lines.map((line) => `${canonicalJson(line)}\n`).join('')
  return `${before}${canonicalJson({ kind: 'seal', digest: digestOf(before) })}\n`
}

export async function readDistrictManifest(exported: string): Promise<Outcome<DistrictManifest>> {
  const path = join(exported, DISTRICT_MANIFEST)
  const manifest = parsed((await readFile(path)).toString('utf8'))
  return manifest === null
    ? refused('export-damaged', `“${path}”不是完整的清单，或被改过；请重新导出`)
    : accepted(manifest)
}

function parsed(text: string): DistrictManifest | null {
  const end = text.trimEnd().lastIndexOf('\n') + 1
  const before = text.slice(0, end)
  const digest = digestOf(before)
  if (text.slice(end) !== `${canonicalJson({ kind: 'seal', digest })}\n`) return null
  const [first, ...rest] = before.trimEnd().split('\n').map(parseManifestLine)
  if (first?.['kind'] !== 'district' || first['format'] !== FORMAT) return null
  const { tenantId, name, madeAt, program } = first
  const id = typeof tenantId === 'string' ? parseId<TenantId>(tenantId) : null
  const time = typeof madeAt === 'string' ? parseTimestamp(madeAt) : null
  const files = rest.map(listedFile).filter((file) => file !== null)
  if (id === null || time === null || typeof name !== 'string' || typeof program !== 'string') return null
  return files.length === rest.length ? { tenantId: id, name, madeAt: time, program, files, digest } : null
}

function digestOf(text: string): Digest {
  const digest = parseDigest(createHash('sha256').update(text, 'utf8').digest('hex'))
  if (digest === null) throw new Error('SHA-256 made no digest')
  return digest
}
