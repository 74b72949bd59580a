import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { here } from '../server/found-district.ts'
import { serverFixture, type ServerFixture } from '../server/server-fixture.ts'
import { rawRequest } from './raw-request.ts'

async function listening(settings: Parameters<typeof serverFixture>[0] = {}) {
  const server = await serverFixture({ assessments: [], ...settings })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  return { ...server, port: (server.app.server.address() as AddressInfo).port }
}

const closing = async (server: ServerFixture, work: () => Promise<void>) => {
  try {
    await work()
  } finally {
    await server.app.close()
  }
}

const CHUNKED = 'transfer-encoding: chunked\r\n'
const HOST = 'host: localhost\r\n'
const JSON_TYPE = 'content-type: application/json\r\n'

test.each<[what: string, bytes: string, status: RegExp]>([
  [
    'two lengths of a body',
    `POST /api/v1/session HTTP/1.1\r\n${HOST}${JSON_TYPE}content-length: 2\r\n${CHUNKED}\r\n0\r\n\r\n`,
    /^HTTP\/1.1 400 /,
  ],
  [
    'two different lengths',
    `POST /api/v1/session HTTP/1.1\r\n${HOST}content-length: 2\r\ncontent-length: 3\r\n\r\n{}x`,
    /^HTTP\/1.1 400 /,
  ],
  [
    'an unknown transfer encoding',
    `POST /api/v1/session HTTP/1.1\r\n${HOST}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
    /^HTTP\/1.1 400 /,
  ],
  [
    'a space before the colon',
    `POST /api/v1/session HTTP/1.1\r\n${HOST}content-length : 2\r\n\r\n{}`,
    /^HTTP\/1.1 400 /,
  ],
  ['a folded header', `GET /healthz HTTP/1.1\r\n${HOST}x-a: 1\r\n content-length: 5\r\n\r\n`, /^HTTP\/1.1 400 /],
  [
    'a bare line feed in a chunk',
    `POST /api/v1/session HTTP/1.1\r\n${HOST}${JSON_TYPE}${CHUNKED}\r\n2\n{}\r\n0\r\n\r\n`,
    /^HTTP\/1.1 400 /,
  ],
  ['a negative length', `POST /api/v1/session HTTP/1.1\r\n${HOST}content-length: -1\r\n\r\n`, /^HTTP\/1.1 400 /],
  ['a control character in a header', `GET /healthz HTTP/1.1\r\n${HOST}x-a: a\u0000b\r\n\r\n`, /^HTTP\/1.1 400 /],
  ['a method that is none', `HACK /healthz HTTP/1.1\r\n${HOST}\r\n`, /^HTTP\/1.1 400 /],
  ['an unknown version', `GET /healthz HTTP/9.9\r\n${HOST}\r\n`, /^HTTP\/1.1 (400|505) /],
  ['TLS', '\u0016\u0003\u0001\u0002\u0000', /^HTTP\/1.1 400 /],
  ['headers without end', `GET /healthz HTTP/1.1\r\n${HOST}x-a: ${'a'.repeat(40_000)}\r\n\r\n`, /^HTTP\/1.1 431 /],
])('%s is refused and the connection ends', async (_what, bytes, status) => {
  const server = await listening()
  await closing(server, async () => {
    const told = await rawRequest(server.port, bytes)
    expect(told).toMatch(status)
    expect(told).toContain('application/problem+json')
    // What follows a request that cannot be read is no second request.
    expect(told.match(/HTTP\/1\.1 /g)).toHaveLength(1)
  })
})

test('a request that lacks its host is refused', async () => {
  const server = await listening()
  await closing(server, async () => {
    expect(await rawRequest(server.port, 'GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 /,
    )
  })
})

test('who sends headers or a body drop by drop is not waited for without end', async () => {
  const server = await listening({ settings: { requestTimeout: 60_000 } })
  await closing(server, async () => {
    expect(server.app.server.headersTimeout).toBeLessThanOrEqual(60_000)
    expect(server.app.server.headersTimeout).toBeGreaterThan(0)
    expect(server.app.server.requestTimeout).toBe(60_000)
  })
})

test('an upload cut in the middle of a piece goes on from what arrived', async () => {
  const server = await listening()
  await closing(server, async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 'x')])
    const headers = await server.token(here('inspector'))
    const ask = async (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object | Buffer) =>
      server.app.inject({
        method,
        url: `/api/v1/uploads${path}`,
        headers: { ...headers, ...(Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}) },
        ...(payload === undefined ? {} : { payload }),
      })
    await ask('POST', '', { uploadId: 'upload-cut', name: 'a.pdf', bytes: content.length, digest: null })
    const head = [
      'PATCH /api/v1/uploads/upload-cut?offset=0 HTTP/1.1',
      'host: localhost',
      `authorization: ${headers['authorization']}`,
      'content-type: application/octet-stream',
      `content-length: ${content.length}`,
      '\r\n',
    ].join('\r\n')
    await rawRequest(server.port, Buffer.concat([Buffer.from(head), content.subarray(0, 100_000)]), true)
    const stands = async () => (await ask('GET', '/upload-cut')).json<{ offset: number; file: object | null }>()
    await expect.poll(async () => (await stands()).offset).toBeGreaterThan(0)
    expect((await ask('POST', '/upload-cut/finish')).statusCode).toBe(409)
    let { offset } = await stands()
    for (const wrong of [0, offset + 1, content.length])
      expect((await ask('PATCH', `/upload-cut?offset=${wrong}`, content.subarray(0, 9))).statusCode).toBe(409)
    // What was sent before the cut may still be on its way to the disk.
    const rest = async () => {
      ;({ offset } = await stands())
      return (await ask('PATCH', `/upload-cut?offset=${offset}`, content.subarray(offset))).statusCode
    }
    await expect.poll(rest).toBe(200)
    ;({ offset } = await stands())
    expect(offset).toBe(content.length)
    const finished = (await ask('POST', '/upload-cut/finish')).json<{ file: { bytes: number } }>()
    expect(finished.file.bytes).toBe(content.length)
  })
})
