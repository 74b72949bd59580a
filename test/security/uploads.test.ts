import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { officeOf, sampleEntry } from '../conformance/archive-samples.ts'
import { here, type Username } from '../server/found-district.ts'
import { serverFixture, type ServerFixture } from '../server/server-fixture.ts'
import { asked } from './asked.ts'
import { BYTES } from './planted-ask.ts'
import { photoContent, plantWorld, type Planted } from './planted-world.ts'

const UPLOADS = '/api/v1/uploads'
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`)

type Method = 'GET' | 'POST' | 'PATCH'

const requestAs =
  (server: ServerFixture, who: Username) => async (method: Method, url: string, payload?: object | Buffer) => {
    const own = await server.session(here(who))
    const key = { 'idempotency-key': `upload-${crypto.randomUUID()}` }
    const headers = { ...own, ...key, ...(Buffer.isBuffer(payload) ? BYTES : {}) }
    return asked(server.app, { method, url, headers, ...(payload === undefined ? {} : { payload }) })
  }

async function sent(server: ServerFixture, who: Username, uploadId: string, name: string, content: Buffer) {
  const ask = requestAs(server, who)
  const begun = await ask('POST', UPLOADS, { uploadId, name, bytes: content.length, digest: null })
  if (begun.code !== null) return begun
  const appended = await ask('PATCH', `${UPLOADS}/${uploadId}?offset=0`, content)
  return appended.code === null ? ask('POST', `${UPLOADS}/${uploadId}/finish`) : appended
}

const bare = async () => serverFixture({ assessments: [] })

test.each([
  '../../etc/passwd.pdf',
  '..\\..\\windows\\win.pdf',
  '/absolute/path.pdf',
  'a.pdf/../../../b.pdf',
  '%2e%2e%2fa.pdf',
  'con.pdf',
  'a\u202efdp.exe.pdf',
  '-rf.pdf',
  `${'长'.repeat(190)}.pdf`,
  '"; filename="x.html.pdf',
])('the name %s decides nothing', async (name) => {
  const server = await bare()
  const content = pdf(name)
  const digest = createHash('sha256').update(content).digest('hex')
  expect(JSON.parse((await sent(server, 'inspector', 'upload-named', name, content)).body)).toMatchObject({
    file: { digest, kind: 'pdf', bytes: content.length },
  })
})

test.each([
  '../../../../tmp/x',
  '..%2f..%2fx',
  'UPPER-CASE',
  'short',
  'a'.repeat(65),
  'upload\u0000id',
  '.hidden-upload',
])('the id %j is refused', async (uploadId) => {
  const server = await bare()
  const begun = await requestAs(server, 'inspector')('POST', UPLOADS, {
    uploadId,
    name: 'a.pdf',
    bytes: 1,
    digest: null,
  })
  expect(begun.code).toBe('body-invalid')
})

test.each<[what: string, name: string, content: () => Buffer, code: string]>([
  ['a script named as a photo', 'a.jpg', () => Buffer.from('<script>alert(1)</script>'), 'file-type-refused'],
  [
    'SVG named as PNG',
    'a.png',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    'file-type-refused',
  ],
  ['a program named as PDF', 'a.pdf', () => Buffer.from('MZ\u0090\u0000'), 'file-type-refused'],
  ['PDF named as photo', 'a.jpg', () => pdf(''), 'file-type-differs'],
  ['an archive that swells', 'a.docx', () => officeBytes(Buffer.alloc(30_000_000)), 'archive-bomb'],
  ['nothing', 'a.pdf', () => Buffer.alloc(0), 'evidence-empty'],
])('%s is refused and leaves no file', async (_what, name, content, code) => {
  const server = await bare()
  expect((await sent(server, 'inspector', 'upload-wrong', name, content())).code).toBe(code)
  expect(await server.parts.evidence.evidence.list(here('clerk')[0], null, 10)).toEqual({ ok: true, value: [] })
})

test('what is declared is what may come: neither more than that, nor more than the limit, nor what was not sent', async () => {
  const server = await bare()
  const ask = requestAs(server, 'inspector')
  const declared = { uploadId: 'upload-small', name: 'a.pdf', bytes: 20, digest: null }
  expect((await ask('POST', UPLOADS, { ...declared, bytes: 10_000_000_000 })).code).toBe('evidence-too-large')
  await ask('POST', UPLOADS, declared)
  expect((await ask('PATCH', `${UPLOADS}/upload-small?offset=0`, pdf('x'.repeat(99_999)))).code).toBe(
    'upload-size-differs',
  )
  expect((await ask('POST', `${UPLOADS}/upload-small/finish`)).code).toBe('upload-incomplete')
  const claimed = { ...declared, uploadId: 'upload-claim', bytes: 10, digest: 'f'.repeat(64) }
  await ask('POST', UPLOADS, claimed)
  await ask('PATCH', `${UPLOADS}/upload-claim?offset=0`, pdf('1'))
  expect((await ask('POST', `${UPLOADS}/upload-claim/finish`)).code).toBe('upload-digest-differs')
})

test("nobody touches another's upload, whatever the role", async () => {
  const server = await bare()
  await requestAs(server, 'center-east')('POST', UPLOADS, {
    uploadId: 'upload-mine',
    name: 'a.pdf',
    bytes: 10,
    digest: null,
  })
  for (const who of ['center-west', 'inspector', 'assessor'] as const) {
    const ask = requestAs(server, who)
    expect((await ask('GET', `${UPLOADS}/upload-mine`)).code).toBe('upload-unknown')
    expect((await ask('PATCH', `${UPLOADS}/upload-mine?offset=0`, pdf('1'))).code).toBe('upload-unknown')
    expect((await ask('POST', `${UPLOADS}/upload-mine/finish`)).code).toBe('upload-unknown')
  }
})

test('many uploads at once are limited by person; one file sent by eight at once is stored once', async () => {
  const server = await bare()
  const ask = requestAs(server, 'clerk')
  const begun = await Promise.all(
    Array.from({ length: 120 }, async (_, place) =>
      ask('POST', UPLOADS, { uploadId: `upload-many-${place}`, name: 'a.pdf', bytes: 10, digest: null }),
    ),
  )
  expect(begun.filter(({ code }) => code === 'uploads-too-many')).toHaveLength(20)
  const content = pdf('the same')
  const finished = await Promise.all(
    Array.from({ length: 8 }, async (_, place) => sent(server, 'inspector', `upload-same-${place}`, 'a.pdf', content)),
  )
  expect(new Set(finished.map(({ body }) => body)).size).toBe(1)
  expect(await server.parts.evidence.evidence.list(here('clerk')[0], null, 10)).toMatchObject({ value: [{}] })
})

const readAs = async (server: ServerFixture, who: Username, digest: string) =>
  requestAs(server, who)('GET', `/api/v1/assessments/a1/evidence/${digest}`)

test('a center downloads the evidence of its own cases, as an attachment, and of no others', async () => {
  const server = await bare()
  const { eastPhoto, westPhoto } = await plantWorld(server, 'd1')
  const own = await readAs(server, 'center-east', eastPhoto)
  expect(own.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `attachment; filename="${eastPhoto}.jpg"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  expect((await readAs(server, 'center-east', westPhoto)).code).toBe('not-permitted')
  expect((await readAs(server, 'center-east', 'a'.repeat(64))).code).toBe('not-permitted')
})

test("a center that has heard of another's photo cannot make it its own by naming it", async () => {
  const server = await bare()
  const { westPhoto } = await plantWorld(server, 'd1')
  const ask = requestAs(server, 'center-east')
  const evidence = [{ digest: westPhoto, caption: '现场', claims: null }]
  const self = {
    occurredOn: '2021-05-10',
    centerId: 'east',
    occurrences: 1,
    eventKey: null,
    measured: null,
    level: null,
  }
  const report = { ...self, findingId: 'f-borrowed', clauseId: '1.1.1', unmet: null, description: '自查', evidence }
  const named = await ask('POST', '/api/v1/assessments/a1/self-reports', report)
  expect([named.statusCode, named.code]).toEqual([422, 'evidence-unknown'])
  expect((await readAs(server, 'center-east', westPhoto)).code).toBe('not-permitted')
})

test('a published copy tells neither place, time nor device', async () => {
  const server = await bare()
  const { eastPhoto }: Planted = await plantWorld(server, 'd1')
  expect((await photoContent('east')).includes('CANARYCAM')).toBe(true)
  const ask = requestAs(server, 'assessor')
  const made = await ask('POST', `/api/v1/evidence/${eastPhoto}/published-copy`, {
    uploadId: 'copy-of-east',
    blurred: [],
  })
  const { published } = JSON.parse(made.body) as { published: { digest: string } }
  const stored = await server.parts.evidence.evidence.open(here('clerk')[0], published.digest as never, null)
  if (!stored.ok) throw new Error(stored.refusal.code)
  const pieces: Uint8Array[] = []
  for await (const piece of stored.value.content) pieces.push(piece)
  const copy = Buffer.concat(pieces)
  expect(copy.includes('CANARYCAM')).toBe(false)
  expect((await sharp(copy).metadata()).exif).toBeUndefined()
})

function officeBytes(part: Buffer): Buffer {
  return Buffer.from(officeOf('docx', [sampleEntry('a', part)]))
}
