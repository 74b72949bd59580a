/**
 * From any file that a person hands in to something DuckDB reads at full speed, or a refusal that says what the file is and
 * what to do. What a file is, is told by its content; its name only stands in messages. Files are read in pieces: memory does
 * not grow with them. Values are not judged here: `core/records` knows what is wrong with one.
 */
import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { FileLook, Kept, Watch } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { faultyRowsFile, NO_FAULTY_ROWS, type FaultyRowsFile } from './faulty-rows.ts'
import type { Incoming } from './incoming.ts'
import { INCOMING_LIMITS } from './incoming-limits.ts'
import { openTable } from './open-table.ts'
import { lookAtParquet } from './parquet-look.ts'
import type { PreparedFile, PreparedTable } from './prepared-file.ts'
import type { Recognized } from './recognized.ts'
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
    const recognized = await recognizeFile(incoming)
    if (!recognized.ok) return recognized
    const prepared = await prepare(incoming, recognized.value, workFolder)
    if (!prepared.ok || !(await incoming.hasChanged())) return prepared
    await prepared.value.discard()
    return refusedRecords('file-changed', fileName)
  })
}

type FoundCsv = Extract<Recognized, { readonly kind: 'csv' }>

async function prepare(incoming: Incoming, found: Recognized, workFolder: string): Promise<Kept<PreparedFile>> {
  if (found.kind === 'parquet') return parquet(incoming, found.digest)
  if (found.kind !== 'csv' || hasBlankColumns(found) || hasWrappedCells(found))
    return written(workFolder, (files) => fromTable(incoming, found, files))
  if (!found.isTidy) return written(workFolder, (files) => fromCsv(incoming, found, files))
  const table = { kind: 'csv', path: incoming.path, delimiter: found.shape.delimiter } as const
  return asItIs({ look: csvLook(incoming, found), table, rowOf: (index) => index + 2 })
}

function hasBlankColumns({ names, shape }: FoundCsv): boolean {
  return names.length !== shape.header?.width || names.includes('')
}

function hasWrappedCells({ shape }: FoundCsv): boolean {
  return shape.sample.some((cells) => cells.some(isWrapped))
}

type Draft = Pick<PreparedFile, 'look' | 'table' | 'rowOf'>

interface WorkFiles {
  readonly out: WorkFile
  readonly faulty: FaultyRowsFile
}

/** Writes to the work folder, and removes what was written where that comes to nothing. */
async function written(
  workFolder: string,
  write: (files: WorkFiles) => Promise<Kept<Draft>>,
): Promise<Kept<PreparedFile>> {
  const files = { out: await createWorkFile(workFolder), faulty: faultyRowsFile(workFolder) }
  const discard = async () => {
    await files.out.discard()
    await files.faulty.discard()
  }
  let isKept = false
  try {
    const draft = await write(files)
    if (!draft.ok) return draft
    await files.out.finish()
    const faulty = await files.faulty.finish()
    isKept = true
    return accepted({ ...draft.value, faulty, discard })
  } finally {
    if (!isKept) await discard()
  }
}

async function fromTable(
  incoming: Incoming,
  found: Exclude<Recognized, { readonly kind: 'parquet' }>,
  { out, faulty }: WorkFiles,
): Promise<Kept<Draft>> {
  const table = await openTable(incoming, found)
  if (!table.ok) return table
  const { sample, rowOf, rows } = await writeTable(table.value, out, faulty)
  if (rows === 0) return refusedRecords('file-no-rows', incoming.fileName)
  const { kind, digest } = found
  const encoding = found.kind === 'xlsx' ? null : found.encoding
  const look = { kind, encoding, bytes: incoming.bytes, digest, header: table.value.header, sample }
  return accepted({ look, table: { kind: 'csv', path: out.path, delimiter: ',' }, rowOf })
}

async function fromCsv(incoming: Incoming, found: FoundCsv, { out }: WorkFiles): Promise<Kept<Draft>> {
  const { rowOf, count } = await tidyCsv(incoming, found.encoding, found.shape, out)
  if (count() === 0) return refusedRecords('file-no-rows', incoming.fileName)
  const table: PreparedTable = { kind: 'csv', path: out.path, delimiter: found.shape.delimiter }
  return accepted({ look: csvLook(incoming, found), table, rowOf })
}

function csvLook({ bytes }: Incoming, { encoding, digest, names, shape }: FoundCsv): FileLook {
  const sample = shape.sample.map((cells) => names.map((_name, at) => cells[at] ?? ''))
  return { kind: 'csv', encoding, bytes, digest, header: names, sample }
}

async function parquet(incoming: Incoming, digest: string): Promise<Kept<PreparedFile>> {
  const looked = await lookAtParquet(incoming, { isReadThrough: true })
  if (!looked.ok) return looked
  const { header, texts, sample } = looked.value
  const look = { kind: 'parquet', encoding: null, bytes: incoming.bytes, digest, header, sample } as const
  return asItIs({ look, table: { kind: 'parquet', path: incoming.path, texts }, rowOf: (index) => index + 1 })
}

function asItIs(draft: Draft): Kept<PreparedFile> {
  return accepted({ ...draft, faulty: NO_FAULTY_ROWS, discard: () => Promise.resolve() })
}
