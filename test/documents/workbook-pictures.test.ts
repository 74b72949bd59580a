import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { writeWorkbook } from '../../src/adapters/documents/outgoing/workbook/write-workbook.ts'
import { scoredDocument } from './scored-document.ts'
import { opened } from './workbook-formulas.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-workbook-pictures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each<[what: string, widths: readonly number[]]>([
  ['of like halves', [1, 1]],
  ['of which the left half is narrow', [1, 4]],
  ['of which the right half is narrow', [4, 1]],
])('pictures beside each other stand within their row, on a page %s', async (what, widths) => {
  const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#888' } })
    .png()
    .toBuffer()
  const pictures = ['a', 'b'].map((key) => ({ key, caption: key, width: 1200, height: 800 }))
  const columns = widths.map((width, at) => ({ key: `c${at}`, name: `列${at}`, width, align: 'left' }) as const)
  const table = { id: 'list', name: '表', hasCaption: false, columns, rows: [], foot: [], isOfficial: true }
  const document = scoredDocument()
  const path = join(folder, `${what}.xlsx`)
  const written = await writeWorkbook(
    {
      ...document,
      blocks: [
        { kind: 'table', table },
        { kind: 'pictures', pictures },
      ],
      proof: { ...document.proof, counts: [] },
      workings: [],
    },
    path,
    () => Promise.resolve(Uint8Array.from(bytes)),
  )
  expect(written.ok).toBe(true)
  const sheet = (await opened(path)).worksheets[0]
  const images = sheet?.getImages() ?? []
  expect(images).toHaveLength(2)
  for (const { range } of images) {
    const { tl, ext } = range as typeof range & { readonly ext: { readonly height: number } }
    expect(ext.height * 0.75).toBeLessThanOrEqual(sheet?.getRow(tl.nativeRow + 1).height ?? 0)
  }
})
