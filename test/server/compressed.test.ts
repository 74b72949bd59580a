import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { takesGzip } from '../../src/server/compressed.ts'
import { a1 } from './found-assessment.ts'
import { here } from './found-district.ts'
import { serverFixture } from './server-fixture.ts'

test.each<[acceptEncoding: string, takes: boolean]>([
  ['gzip, deflate, br, zstd', true],
  ['br;q=1.0, GZIP ; q=0.5', true],
  ['gzip;q=0', false],
  ['gzip;q=0.000', false],
  ['br, x-gzipped', false],
  ['', false],
])('whoever says “%s” takes gzip: %s', (acceptEncoding, takes) => {
  expect(takesGzip(acceptEncoding)).toBe(takes)
})

test('a long answer comes packed to who takes it, and unpacked is the same; a short one never', async () => {
  const { ask } = await serverFixture({ districts: ['d1'], assessments: ['d1'] })
  const read = (url: string, encoding: string) => ask(here('leader'), { url, headers: { 'accept-encoding': encoding } })
  const url = `/api/v1/assessments/${a1}/rubric`
  const [plain, packed] = [await read(url, 'identity'), await read(url, 'gzip')]
  expect([plain.headers['content-encoding'], plain.headers['vary']]).toEqual([undefined, 'accept-encoding'])
  expect([packed.headers['content-encoding'], packed.headers['vary']]).toEqual(['gzip', 'accept-encoding'])
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
  expect((await read('/healthz', 'gzip')).headers['content-encoding']).toBeUndefined()
})
