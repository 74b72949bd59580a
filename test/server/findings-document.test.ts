import { createHash } from 'node:crypto'
import ExcelJS from 'exceljs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { memoryDocuments } from '../../src/adapters/documents/outgoing/memory-documents.ts'
import { writeWorkbook } from '../../src/adapters/documents/outgoing/workbook/write-workbook.ts'
import { documentTray } from '../../src/adapters/files/document-tray.ts'
import type { DocumentWriter } from '../../src/app/ports/document-writer.ts'
import { a1 } from './found-assessment.ts'
import { here, type Username } from './found-district.ts'
import { serverFixture, type ServerFixture } from './server-fixture.ts'

const BASE = `/api/v1/assessments/${a1}/findings`

/** As the memory writer sets it: the document on the first line, then every row of its table. */
interface Told {
  readonly head: {
    readonly facts: readonly { readonly name: string; readonly value: string }[]
    readonly proof: {
      readonly counts: readonly { readonly rows: number }[]
      readonly totals: readonly { readonly points: number }[]
      readonly sentences: readonly string[]
    }
  }
  readonly rows: readonly { readonly cells: readonly Record<string, unknown>[] }[]
}

const memory = { writer: memoryDocuments, tray: documentTray }
const workbooks: DocumentWriter = {
  write: (document, _form, path, pictures) => writeWorkbook(document, path, pictures),
}

async function asked(house: ServerFixture, who: Username, query = ''): Promise<Told> {
  const reply = await house.ask(here(who), { url: `${BASE}-document?form=pdf${query}` })
  expect(reply.statusCode).toBe(200)
  const [head, ...rows] = reply.body.trim().split('\n')
  return { head: JSON.parse(head ?? '') as Told['head'], rows: rows.map((row) => JSON.parse(row) as Told['rows'][0]) }
}

test('the document lists what the page lists, in its order, and says how many', async () => {
  const house = await serverFixture({ documents: memory })
  const page = await house.ask(here('assessor'), { url: `${BASE}?limit=100&sort=oldest` })
  const { findings } = page.json<{ findings: { finding: { because: number[] }; effect: { now: number } | null }[] }>()
  const { head, rows } = await asked(house, 'assessor', '&sort=oldest')
  expect(rows.map(({ cells }) => cells[0]?.['count'])).toEqual(findings.map(({ finding }) => finding.because[0]))
  expect(head.proof.counts).toEqual([{ table: 'findings', rows: findings.length }])
  const total = findings.reduce((sum, { effect }) => sum + (effect?.now ?? 0), 0)
  expect(total).toBeLessThan(0)
  expect(head.proof.totals).toEqual([{ name: '合计', points: total }])
  expect(head.proof.sentences[0]).toContain(`本清单列问题${findings.length}件`)
})

test('a center gets its own findings only', async () => {
  const house = await serverFixture({ documents: memory })
  const { rows } = await asked(house, 'center-west')
  expect(rows.map(({ cells }) => cells[1]?.['text'])).toEqual(['西街道'])
  const other = await house.ask(here('center-west'), { url: `${BASE}-document?form=pdf&centerId=east` })
  expect(other.statusCode).toBe(403)
})

test('a filter narrows it and stands under its title', async () => {
  const house = await serverFixture({ documents: memory })
  const { head, rows } = await asked(house, 'leader', '&standing=dismissed,reversed&centerId=east')
  expect(new Set(rows.map(({ cells }) => cells[6]?.['text']))).toEqual(new Set(['不予认定', '已撤销']))
  for (const { cells } of rows) expect(cells[8]?.['text']).not.toBe('')
  expect(head.facts).toContainEqual({ name: '状态', value: '不予认定、已撤销' })
  expect(head.facts).toContainEqual({ name: '中心', value: '东街道' })
})

test('photos stand small in its workbook, without what the camera wrote into them', async () => {
  const house = await serverFixture({ documents: { writer: workbooks, tray: documentTray } })
  await contestedWithPhoto(house)
  const reply = await house.ask(here('center-east'), { url: `${BASE}-document?form=xlsx&standing=notified` })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(reply.rawPayload as unknown as ExcelJS.Buffer)
  expect(book.worksheets[0]?.getImages()).toHaveLength(1)
  const [medium] = book.model.media as unknown as { buffer: Buffer }[]
  const { width, exif } = await sharp(medium?.buffer).metadata()
  expect([width, exif]).toEqual([480, undefined])
})

async function contestedWithPhoto(house: ServerFixture): Promise<void> {
  const photo = await sharp({ create: { width: 960, height: 640, channels: 3, background: '#357' } })
    .withExif({ IFD0: { Make: '某牌手机' } })
    .jpeg()
    .toBuffer()
  const digest = createHash('sha256').update(photo).digest('hex')
  const center = here('center-east')
  const declared = { uploadId: 'upload-0001', name: '窗口.jpg', bytes: photo.length, digest }
  await house.ask(center, { method: 'POST', url: '/api/v1/uploads', payload: declared })
  const headers = { 'content-type': 'application/octet-stream' }
  await house.ask(center, { method: 'PATCH', url: '/api/v1/uploads/upload-0001?offset=0', payload: photo, headers })
  await house.ask(center, { method: 'POST', url: '/api/v1/uploads/upload-0001/finish' })
  const evidence = [{ digest, caption: '3号窗口', claims: null }]
  const payload = { statement: '当时在岗', evidence }
  const contested = await house.ask(center, { method: 'POST', url: `${BASE}/notified/contest`, payload })
  expect(contested.statusCode).toBe(200)
}
