import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ordinaryCharacters } from '../../../src/adapters/documents/incoming/pdf/ordinary-characters.ts'
import { pdfText } from '../office-tools.ts'

/** The lines of each page as poppler sees them, top to bottom, without blanks: another program's eyes on what was read. */
export async function linesOfPages(bytes: Uint8Array): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'mingheng-pages-'))
  try {
    const path = join(folder, 'notice.pdf')
    await writeFile(path, bytes)
    const text = await pdfText(path, { isPlaced: true })
    return text.split('\f').map((page) =>
      page
        .split('\n')
        .map((line) => ordinaryCharacters(line).replace(/\s+/g, ''))
        .filter((line) => line !== ''),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
