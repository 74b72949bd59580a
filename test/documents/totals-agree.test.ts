import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentFiles } from '../../src/adapters/documents/outgoing/document-files.ts'
import { documentTray } from '../../src/adapters/files/document-tray.ts'
import { sheetDocument } from '../../src/app/documents/sheet-document.ts'
import { id, type AssessmentId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { actorNamed, here } from '../server/found-district.ts'
import { serverFixture, type ServerFixture } from '../server/server-fixture.ts'
import {
  allDifferences,
  allWritten,
  comparedAt,
  sheetAt,
  shownIn,
  type Compared,
  type Get,
} from './compared-documents.ts'
import { differences, type InForms } from './differing-figures.ts'
import { layExampleYear, type LaidYear } from './laid-year.ts'
import { allRecalculated } from './office-tools.ts'
import { plantedFigures } from './planted-figures.ts'
import { figuresInPdf, figuresInWord, figuresInWorkbook } from './read-figures.ts'

const PAST = 'occurredBy=2021-09-30&knownBy=2021-09-30'

const writer = documentFiles(null)
const compared: Compared[] = []
let folder = ''
let server: ServerFixture
let year: LaidYear

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-totals-'))
  const documents = { writer, tray: documentTray }
  server = await serverFixture({
    now: timestamp('2022-03-01T09:00:00+08:00'),
    districts: ['d1'],
    assessments: [],
    documents,
  })
  year = await layExampleYear(server)
  const get: Get = async (url) => (await year.ask('leader', 'GET', url)).rawPayload
  const compare = async (place: string, days: string, centers: readonly string[]) =>
    void compared.push(await comparedAt(get, folder, `${year.root}/${place}`, days, centers))
  for (const centerId of year.centers) await compare(`sheets/${centerId}`, '', [centerId])
  await compare('all-sheets', PAST, year.centers)
  await year.ask('assessor', 'POST', `${year.root}/seal`, { forcedBecause: '示例年度到此为止' })
  await compare('all-sheets', '', year.centers)
}, 600_000)

afterAll(async () => {
  await server.app.close()
  await rm(folder, { recursive: true, force: true })
})

test('what the interface answers stands to the hundredth in Word, in the workbook computed anew, and in the PDF', async () => {
  expect(await allDifferences(compared)).toEqual([])
  expect(compared.flatMap(({ sheets }) => sheets)).toHaveLength(year.centers.length * 3)
}, 600_000)

test('the same comparison fails in the form in which one figure is planted otherwise, and in no other', async () => {
  const [centerId = ''] = year.centers
  const sheet = await sheetAt(async (url) => (await year.ask('leader', 'GET', url)).rawPayload, year.root, centerId, '')
  const actor = await actorNamed(server.parts, here('leader'))
  const document = valueOf(
    await sheetDocument(server.parts.records, actor, id<AssessmentId>('year'), id(centerId), null),
  )
  const whole = await allWritten(folder, 'whole', (form, path) => writer.write(document, form, path, async () => null))
  const planted: string[] = []
  for (const [at, { plant, form }] of plantedFigures.entries()) {
    const path = join(folder, `planted-${at}.${form}`)
    planted.push(path)
    await writer.write(plant(document), form, path, async () => null)
  }
  const books = [whole.xlsx, ...planted.filter((path) => path.endsWith('xlsx'))]
  const computed = new Map((await allRecalculated(books)).map((path, at) => [books[at], path]))
  const right = await shownIn(whole, computed.get(whole.xlsx) ?? '')
  expect(differences([sheet], right)).toEqual([])
  for (const [at, { what, form }] of plantedFigures.entries()) {
    const path = planted[at] ?? ''
    const wrong: InForms = {
      Word: form === 'docx' ? await figuresInWord(path) : right.Word,
      Excel: form === 'xlsx' ? await figuresInWorkbook(computed.get(path) ?? '') : right.Excel,
      PDF: form === 'pdf' ? await figuresInPdf(path) : right.PDF,
    }
    const found = differences([sheet], wrong)
    expect(found, what).not.toEqual([])
    expect(
      found.filter((one) => !one.startsWith(NAMES[form])),
      what,
    ).toEqual([])
  }
}, 600_000)

const NAMES = { docx: 'Word', xlsx: 'Excel', pdf: 'PDF' } as const
