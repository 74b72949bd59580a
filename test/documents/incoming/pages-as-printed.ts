import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ordinaryCharacters } from '../../../src/adapters/documents/incoming/pdf/ordinary-characters.ts'
import { pdfWords, type PrintedWord } from '../office-tools.ts'

/** The lines of each page as poppler sees them, top to bottom, without blanks: another program's eyes on what was read. */
export async function linesOfPages(bytes: Uint8Array): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'mingheng-pages-'))
  try {
    const path = join(folder, 'notice.pdf')
    await writeFile(path, bytes)
    return (await pdfWords(path)).map(linesOf)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function linesOf(words: readonly PrintedWord[]): string[] {
  const lines: PrintedWord[][] = []
  for (const word of [...words].sort((a, b) => middleOf(a) - middleOf(b))) {
    const [first] = lines.at(-1) ?? []
    if (first && middleOf(word) - middleOf(first) < SAME_LINE) lines.at(-1)?.push(word)
    else lines.push([word])
  }
  return lines.map((line) =>
    ordinaryCharacters(
      [...line]
        .sort((a, b) => a.left - b.left)
        .map(({ text }) => text)
        .join(''),
    ).replace(/\s+/g, ''),
  )
}

/** Less than half of letters of 12 points, in which the tests' notices are set. */
const SAME_LINE = 4.8

function middleOf({ top, bottom }: PrintedWord): number {
  return (top + bottom) / 2
}
