/**
 * From any file that a person hands in to something DuckDB reads at full speed, or a refusal that says what the file is and
 * what to do. What a file is, is told by its content; its name only stands in messages. Files are read in pieces: memory does
 * not grow with them. Values are not judged here: `core/records` knows what is wrong with one.
 */
import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { FileLook, Kept, Watch } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import type { Incoming } from './incoming.ts'
import { INCOMING_LIMITS } from './incoming-limits.ts'
import { openTable } from './open-table.ts'
import { lookAtParquet } from './parquet-look.ts'
import type { PreparedFile, PreparedTable } from './prepared-file.ts'
import type { Recognised } from './recognised.ts'
import { recognizeFile } from './recognize-file.ts'
import { takeIn } from './take-in.ts'
import { tidyCsv } from './tidy-csv.ts'
import { createWorkFile, type WorkFile } from './work-file.ts'
import { isWrapped } from './wrapped-cell.ts'
import { writeTable } from './write-table.ts'

/**
 * `path` is where the file lies, `fileName` what the person knows it by. What has to be written goes to `workFolder`, and is
 * gone again where the file is refused.
 */
export async function prepareFile(
  path: string,
  fileName: string,
  workFolder: string,
  watch: Watch,
  limits = INCOMING_LIMITS,
): Promise<Kept<PreparedFile>> {
  return takeIn({ path, fileName, workFolder, watch, limits }, async (incoming) => {
    const recognised = await recognizeFile(incoming)
    if (!recognised.ok) return recognised
    const prepared = await prepare(incoming, recognised.value, workFolder)
    if (!prepared.ok || !(await incoming.hasChanged())) return prepared
    await prepared.value.discard()
    return refusedRecords('file-changed', fileName)
  })
}

type FoundCsv = Extract<Recognised, { readonly kind: 'csv' }>

async function prepare(incoming: Incoming, found: Recognised, workFolder: string): Promise<Kept<PreparedFile>> {
  if (found.kind === 'parquet') return parquet(incoming, found.digest)
  if (found.kind !== 'csv') return written(workFolder, (out) => fromTable(incoming, found, out))
  if (hasBlankColumns(found) || found.shape.sample.some((cells) => cells.some(isWrapped)))
    return written(workFolder, (out) => fromTable(incoming, found, out))
  if (!found.isTidy) return written(workFolder, (out) => fromCsv(incoming, found, out))
  const table = { kind: 'csv', path: incoming.path, delimiter: found.shape.delimiter } as const
  return accepted({ look: csvLook(incoming, found), table, rowOf: rowBelowHeader, faults: [], discard: nothing })
}

function hasBlankColumns({ names, shape }: FoundCsv): boolean {
  return names.length !== shape.header?.width || names.includes('')
}

type Draft = Omit<PreparedFile, 'discard'>

/** Writes a work file, and removes it again where that comes to nothing. */
async function written(
  workFolder: string,
  write: (out: WorkFile) => Promise<Kept<Draft>>,
): Promise<Kept<PreparedFile>> {
  const out = await createWorkFile(workFolder)
  let isKept = false
  try {
    const draft = await write(out)
    if (!draft.ok) return draft
    await out.finish()
    isKept = true
    return accepted({ ...draft.value, discard: out.discard })
  } finally {
    if (!isKept) await out.discard()
  }
}

async function fromTable(
  incoming: Incoming,
  found: Exclude<Recognised, { readonly kind: 'parquet' }>,
  out: WorkFile,
): Promise<Kept<Draft>> {
  const table = await openTable(incoming, found)
  if (!table.ok) return table
  const { sample, rowOf, faults, rows } = await writeTable(table.value, out)
  if (rows === 0) return refusedRecords('file-no-rows', incoming.fileName)
  const { kind, digest } = found
  const encoding = found.kind === 'xlsx' ? null : found.encoding
  const look = { kind, encoding, bytes: incoming.bytes, digest, header: table.value.header, sample }
  return accepted({ look, table: { kind: 'csv', path: out.path, delimiter: ',' }, rowOf, faults })
}

async function fromCsv(incoming: Incoming, found: FoundCsv, out: WorkFile): Promise<Kept<Draft>> {
  const { rowOf } = await tidyCsv(incoming, found.encoding, found.shape, out)
  const table: PreparedTable = { kind: 'csv', path: out.path, delimiter: found.shape.delimiter }
  return accepted({ look: csvLook(incoming, found), table, rowOf, faults: [] })
}

function csvLook({ bytes }: Incoming, { encoding, digest, names, shape }: FoundCsv): FileLook {
  const sample = shape.sample.map((cells) => names.map((_name, at) => cells[at] ?? ''))
  return { kind: 'csv', encoding, bytes, digest, header: names, sample }
}

async function parquet(incoming: Incoming, digest: string): Promise<Kept<PreparedFile>> {
  const looked = await lookAtParquet(incoming)
  if (!looked.ok) return looked
  const { header, texts, sample, faults } = looked.value
  const look = { kind: 'parquet', encoding: null, bytes: incoming.bytes, digest, header, sample } as const
  const table = { kind: 'parquet', path: incoming.path, texts } as const
  return accepted({ look, table, rowOf: (index) => index + 1, faults, discard: nothing })
}

function rowBelowHeader(index: number): number {
  return index + 2
}

async function nothing(): Promise<void> {}
