import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeWorkbook } from '../../src/adapters/documents/outgoing/workbook/write-workbook.ts'
import type { DocumentRow } from '../../src/core/document/document-table.ts'
import type { OfficialDocument } from '../../src/core/document/official-document.ts'
import { scoredDocument } from './scored-document.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-on-its-way-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ROWS = 40_000
/** What may be on its way between the last row and the disk, of the file's own bytes. */
const ON_ITS_WAY = 600_000

test('rows are on the disk while further ones come, and others of the program have their turn', async () => {
  const path = join(folder, 'list.xlsx')
  let written = 0
  let turns = 0
  const turn = setInterval(() => (turns += 1), 1)
  const result = await writeWorkbook(
    listing(() => (written = statSync(path).size)),
    path,
    () => Promise.resolve(null),
  )
  clearInterval(turn)
  expect(result).toMatchObject({ ok: true, rows: [{ table: 'list', rows: ROWS }] })
  const whole = statSync(path).size
  expect(whole).toBeGreaterThan(10 * ON_ITS_WAY)
  expect(whole - written).toBeLessThan(ON_ITS_WAY)
  expect(turns).toBeGreaterThan(10)
})

/** Words that a package cannot make much smaller, from a fixed seed. */
function listing(atLast: () => void): OfficialDocument {
  let seed = 1
  const sign = () => String.fromCodePoint(0x4e00 + ((seed = (seed * 48_271) % 2_147_483_647) % 20_000))
  async function* rows(): AsyncGenerator<DocumentRow> {
    for (let at = 0; at < ROWS; at += 1) {
      const text = Array.from({ length: 60 }, sign).join('')
      yield { key: null, height: null, cells: [{ kind: 'text', text }] }
    }
    await Promise.resolve()
    atLast()
  }
  const columns = [{ key: 'words', name: '情况', width: 1, align: 'left' } as const]
  const table = { id: 'list', name: '名单', hasCaption: false, columns, rows, foot: [], isOfficial: true }
  const document = scoredDocument()
  return {
    ...document,
    blocks: [{ kind: 'table', table }],
    proof: { ...document.proof, counts: [{ table: 'list', rows: ROWS }] },
    workings: [],
  }
}
