import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { LARGEST_NOTICE, LONGEST_NOTICE } from '../../src/core/notice/source/longest-notice.ts'
import { rawWord, SENTENCE } from '../documents/hostile/raw-word.ts'
import type { Who } from './found-district.ts'
import { serverFixture, type ServerFixture } from './server-fixture.ts'

let server: ServerFixture
beforeAll(async () => {
  server = await serverFixture({ districts: ['d1'], assessments: [] })
})
afterAll(async () => server.app.close())

const district = id<TenantId>('d1')
const assessor: Who = [district, 'assessor']
const NOTICE = '考核评分细则（2021年）\n一、服务事项 (5分)\n1、工作人员没有到岗到位，查实一例扣1分；\n'

async function read(content: Buffer, fileName: string, who: Who | null = assessor) {
  return server.ask(who, {
    method: 'POST',
    url: `/api/v1/notice-readings?fileName=${encodeURIComponent(fileName)}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: content,
  })
}

test('a notice of text is answered as it is, with the digest of its file', async () => {
  const content = Buffer.from(NOTICE, 'utf16le')
  const reply = await read(Buffer.concat([Buffer.from([0xff, 0xfe]), content]), '通知.docx')
  expect(reply.statusCode).toBe(200)
  expect(reply.json()).toEqual({
    form: 'text',
    text: NOTICE,
    fileName: '通知.docx',
    sha256: createHash('sha256')
      .update(Buffer.from([0xff, 0xfe]))
      .update(content)
      .digest('hex'),
    encoding: 'utf-16le',
    isAssumed: false,
    isMisnamed: true,
    unread: [],
  })
})

test('what of a document cannot be read as text is said beside it', async () => {
  const reply = await read(Buffer.from(rawWord({ body: '<w:altChunk r:id="r9"/>' })), '通知.docx')
  expect(reply.json()).toMatchObject({
    text: expect.stringContaining(SENTENCE),
    unread: [{ what: 'document', page: null }],
  })
})

test.each<[what: string, content: Buffer, status: number, code: string, says: RegExp]>([
  ['nothing', Buffer.from(''), 422, 'file-empty', /空文件/],
  ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 415, 'file-is-document', /旧版.*另存为/],
  ['a Word file cut off', Buffer.from('PK\u0003\u0004 word/document.xml'), 422, 'document-damaged', /已经损坏/],
  ['a file beyond the limit', Buffer.alloc(LARGEST_NOTICE + 1, 0x31), 413, 'file-too-large', /超过 20 MB/],
])('%s is refused with its code and a sentence', async (_what, content, status, code, says) => {
  const reply = await read(content, '通知')
  expect(reply.statusCode).toBe(status)
  expect(reply.json()).toMatchObject({ code, detail: expect.stringMatching(says) })
  expect(reply.json<{ detail: string }>().detail).toContain('“通知”')
})

test('whoever may not adopt a rubric has no notice read', async () => {
  expect((await read(Buffer.from(NOTICE), 'a.txt', [district, 'clerk'])).statusCode).toBe(403)
  expect((await read(Buffer.from(NOTICE), 'a.txt', null)).statusCode).toBe(401)
})

test('a notice of the longest text is adopted, and one of a character more is not', async () => {
  const adopt = async (notice: string) =>
    server.ask(assessor, { method: 'POST', url: '/api/v1/rubrics', payload: { rubricId: 'long', notice } })
  const filled = NOTICE + '附'.repeat(LONGEST_NOTICE - NOTICE.length)
  expect((await adopt(`${filled}件`)).statusCode).toBe(400)
  const adopted = await adopt(filled)
  expect(adopted.json()).toMatchObject({ clauses: 1 })
})
