import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { CsvShape } from './csv-shape.ts'
import { csvTidier } from './csv-tidier.ts'
import { decodedPieces } from './decoded-pieces.ts'
import { halt } from './halt.ts'
import type { Incoming } from './incoming.ts'
import type { RowMap } from './row-map.ts'
import { CUT } from './structural-faults.ts'
import type { TextEncoding } from './text-encoding.ts'
import type { WorkFile } from './work-file.ts'

/** Writes a CSV in UTF-8, tidy, otherwise as it is: broken rows stay broken. Answers which rows its records came from. */
export async function tidyCsv(
  { file, fileName, progress }: Incoming,
  encoding: TextEncoding,
  { delimiter, leadingLines }: CsvShape,
  out: WorkFile,
): Promise<RowMap> {
  const tidier = csvTidier(delimiter.charCodeAt(0), leadingLines)
  for await (const piece of decodedPieces(file, fileName, encoding, progress.decoded))
    await out.write(tidier.add(Buffer.from(piece)))
  const { rest, rows, isCut } = tidier.end()
  if (isCut) halt(refusedRecords('file-damaged', fileName, CUT))
  await out.write(rest)
  return rows
}
