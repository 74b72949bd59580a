import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryDocuments } from '../../src/adapters/documents/outgoing/memory-documents.ts'
import { documentTray } from '../../src/adapters/files/document-tray.ts'
import { serverFixture, type ServerFixture } from './server-fixture.ts'
import type { Who } from './found-district.ts'

const LEADER: Who = ['d1' as Who[0], 'leader']
const EAST: Who = ['d1' as Who[0], 'center-east']
const ROOT = '/api/v1/assessments/a1'

let server: ServerFixture
const places: string[] = []

beforeAll(async () => {
  const tray = {
    ...documentTray,
    place: async (ending: string) => {
      const placed = await documentTray.place(ending)
      if (placed.ok) places.push(placed.value)
      return placed
    },
  }
  const documents = { writer: memoryDocuments, tray }
  server = await serverFixture({ districts: ['d1'], assessments: ['d1'], documents })
})

afterAll(async () => server.app.close())

/** As the memory writer sets it: the document itself on the first line. */
function headOf(body: string): Record<string, unknown> {
  return JSON.parse(body.split('\n')[0] ?? '') as Record<string, unknown>
}

test.each([
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pdf', 'application/pdf'],
])(
  'a sheet is handed out as %s under a name of its own, kept nowhere, and told in the access log',
  async (form, type) => {
    const reply = await server.ask(LEADER, { method: 'GET', url: `${ROOT}/sheets/east/document?form=${form}` })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toBe(type)
    expect(reply.headers['cache-control']).toBe('private, no-store')
    const disposition = String(reply.headers['content-disposition'])
    expect(disposition).toMatch(/^attachment; filename="document\.\w+"; filename\*=UTF-8''[\w%.-]+$/)
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(
      `${String(headOf(reply.body)['fileName'])}.${form}`,
    )
    expect(Number(reply.headers['content-length'])).toBe(Buffer.byteLength(reply.body))
    expect(await server.told('d1')).toContain('sheet.read done')
    const place = places.at(-1)
    expect(place).toMatch(new RegExp(`${form}$`))
    expect(existsSync(dirname(place ?? ''))).toBe(false)
  },
)

test.each<[what: string, who: Who, url: string, status: number, code: string]>([
  ['another form than there is', LEADER, `${ROOT}/sheets/east/document?form=odt`, 400, 'body-invalid'],
  ['no form', LEADER, `${ROOT}/sheets/east/document`, 400, 'body-invalid'],
  ['a column that there is not', LEADER, `${ROOT}/sheets/east/document?form=pdf&columns=rank`, 400, 'body-invalid'],
  ['one day alone', LEADER, `${ROOT}/sheets/east/document?form=pdf&occurredBy=2021-05-01`, 400, 'clocks-wrong'],
  ['a center that is not listed', LEADER, `${ROOT}/sheets/none/document?form=pdf`, 404, 'center-unlisted'],
  [
    'an assessment that is not there',
    LEADER,
    '/api/v1/assessments/a0/sheets/east/document?form=pdf',
    404,
    'assessment-unknown',
  ],
  ['the sheet of another center', EAST, `${ROOT}/sheets/west/document?form=pdf`, 403, 'forbidden'],
  ['the sheets of all centers', EAST, `${ROOT}/all-sheets/document?form=pdf`, 403, 'forbidden'],
])('who asks for %s is refused', async (_what, who, url, status, code) => {
  const reply = await server.ask(who, { method: 'GET', url })
  expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([status, code])
})

test('what a center gets is its own sheet, with the total that the sheet has', async () => {
  const sheet = await server.ask(EAST, { method: 'GET', url: `${ROOT}/sheets/east` })
  const document = await server.ask(EAST, { method: 'GET', url: `${ROOT}/sheets/east/document?form=docx` })
  const { score } = sheet.json<{ sheet: { score: number } }>().sheet
  const { proof } = headOf(document.body) as { proof: { totals: { name: string; points: number }[] } }
  expect(proof.totals.at(-1)).toEqual({ name: '合计', points: score })
})
