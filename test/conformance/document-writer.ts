import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { DocumentForm, DocumentWriter } from '../../src/app/ports/document-writer.ts'
import { decimalOf } from '../../src/core/kernel/points.ts'
import { packagePart } from '../documents/package-part.ts'
import { readPdf, wordsOf } from '../documents/read-pdf.ts'
import { freshSamples, samplePictures } from '../documents/sample-documents.ts'
import { opened } from '../documents/workbook-formulas.ts'

const FORMS: readonly DocumentForm[] = ['docx', 'xlsx', 'pdf']

const rows = FORMS.flatMap((form) => freshSamples().map(([what]) => [what, form] as const))

/** What every document is, whichever form it takes. */
export function documentWriter(name: string, writer: DocumentWriter): void {
  describe(name, () => {
    let root = ''
    const placed = async () => {
      root ||= await mkdtemp(join(tmpdir(), 'mingheng-writer-'))
      return mkdtemp(join(root, 'one-'))
    }
    afterAll(() => rm(root, { recursive: true, force: true }))

    test.each(rows)('%s as %s has the rows that it states, its totals and its code', async (what, form) => {
      const document = freshSamples().find(([each]) => each === what)?.[1]
      if (document === undefined) throw new Error(`no sample ${what}`)
      const folder = await placed()
      const path = join(folder, `document.${form}`)
      const written = await writer.write(document, form, path, samplePictures)
      expect(written).toMatchObject({ ok: true, rows: document.proof.counts })
      expect(await readdir(folder)).toEqual([`document.${form}`])
      const words = await WORDS[form](path)
      expect(words).toContain(document.proof.code)
      for (const sentence of document.proof.sentences) expect(words).toContain(sentence)
      const plain = words.replaceAll('−', '-')
      for (const { name: total, points } of document.proof.totals) expect(plain, total).toContain(decimalOf(points))
    })

    test.each(FORMS)('as %s it is refused where it cannot be put, and leaves nothing', async (form) => {
      const folder = await placed()
      const document = freshSamples()[0]?.[1]
      if (document === undefined) throw new Error('no sample')
      const path = join(folder, 'no such folder', `document.${form}`)
      expect(await writer.write(document, form, path, samplePictures)).toMatchObject({
        ok: false,
        fault: { code: 'document-not-written' },
      })
      expect(await readdir(folder)).toEqual([])
    })
  })
}

const WORDS: Readonly<Record<DocumentForm, (path: string) => Promise<string>>> = {
  docx: async (path) => {
    const file = await readFile(path)
    return packagePart(file, 'word/document.xml').replaceAll(/<[^>]+>/g, '')
  },
  pdf: async (path) => (await readPdf(path)).map(wordsOf).join(''),
  xlsx: async (path) => {
    const words: string[] = []
    for (const sheet of (await opened(path)).worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => words.push(cell.formula ? String(cell.result) : wordsIn(cell.value))),
      )
    return words.join('\n')
  },
}

function wordsIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value ?? '')
}
