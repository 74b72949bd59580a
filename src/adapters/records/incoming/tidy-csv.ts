import type { CsvShape } from './csv-shape.ts'
import { csvTidier } from './csv-tidier.ts'
import { decodedPieces } from './decoded-pieces.ts'
import type { Incoming } from './incoming.ts'
import type { RowMap } from './row-map.ts'
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
  const { rest, rows } = tidier.end()
  await out.write(rest)
  return rows
}
