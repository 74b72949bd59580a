import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPdf, wordsOf } from '../../../../../test/documents/read-pdf.ts'
import { freshSamples, samplePictures } from '../../../../../test/documents/sample-documents.ts'
import { sampleLetter } from '../../../../../test/documents/sample-letter.ts'
import { sampleLongList } from '../../../../../test/documents/sample-lists.ts'
import { pdfWriter } from './write-pdf.ts'

const folder = await mkdtemp(join(tmpdir(), 'mingheng-pdf-'))
afterAll(() => rm(folder, { recursive: true }))

const write = pdfWriter(null)

test.each(freshSamples())('%s is written with the rows that it states', async (what, document) => {
  const path = join(folder, `${what}.pdf`)
  const written = await write(document, path, samplePictures)
  expect(written).toMatchObject({ ok: true, rows: document.proof.counts })
  const pages = await readPdf(path)
  expect(written).toMatchObject({ pages: pages.length })
  expect(pages.map(wordsOf).join('')).toContain(document.proof.code)
})

test('the same model gives the same bytes, told by its own date', async () => {
  const [first, second] = [join(folder, 'first.pdf'), join(folder, 'second.pdf')]
  await write(sampleLetter, first, samplePictures)
  await pdfWriter(null)(sampleLetter, second, samplePictures)
  const bytes = await readFile(first)
  expect(bytes.equals(await readFile(second))).toBe(true)
  expect(bytes.toString('latin1')).toContain('D:20251226000000')
})

test('more rows than anybody reads on paper are refused, with how many there may be', async () => {
  const path = join(folder, 'long.pdf')
  expect(await write(sampleLongList(10_001), path, samplePictures)).toEqual({
    ok: false,
    fault: { code: 'document-too-long', form: 'pdf', rows: 10_001, limit: 10_000 },
  })
  expect(existsSync(path)).toBe(false)
})
