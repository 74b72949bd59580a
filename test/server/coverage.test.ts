import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { here } from './found-district.ts'
import { serverFixture } from './server-fixture.ts'

const NOTICE = fileURLToPath(new URL('../../notices/qingpu-2021/', import.meta.url))
const read = (name: string) => readFileSync(join(NOTICE, name), 'utf8')

const detections = readdirSync(join(NOTICE, 'detections'))
  .filter((name) => name.endsWith('.sql'))
  .map((name) => ({ name: name.replace(/\.sql$/, ''), text: read(join('detections', name)) }))

interface Declared {
  readonly clauseId: string
  readonly inspection?: string
  readonly documents?: string
}

const feeds = (JSON.parse(read('coverage.json')) as Declared[]).map(({ clauseId, inspection, documents }) => ({
  clauseId,
  inspection: inspection ?? null,
  documents: documents ?? null,
}))

interface Coverage {
  readonly lines: readonly { readonly feeds: readonly { readonly kind: string }[] }[]
  readonly faults: readonly { readonly code: string }[]
}

test('all detections of the example notice are adopted, and with what it declares no clause is without a feed', async () => {
  const server = await serverFixture({ assessments: [], districts: ['d1'] })
  const ask = async (method: 'GET' | 'POST', path: string, payload?: object) =>
    server.ask(here('assessor'), { method, url: `/api/v1/${path}`, ...(payload === undefined ? {} : { payload }) })
  const adopted = await ask('POST', 'rubrics', { rubricId: 'r2021', notice: read('notice.txt') })
  const { rubricDigest } = adopted.json<{ rubricDigest: string }>()
  await ask('POST', 'assessments', {
    assessmentId: 'a1',
    rubricDigest,
    period: { periodFrom: '2021-01-01', periodTo: '2021-12-31' },
    terms: { replyWorkingDays: 5, appealWorkingDays: 10, rectificationWorkingDays: 15 },
    centers: [{ centerId: 'east', name: '东街道' }],
  })
  const coverage = async () => (await ask('GET', 'assessments/a1/coverage')).json<Coverage>()
  const bare = await coverage()
  expect(bare.faults.map(({ code }) => code)).toContain('clause-unfed')

  const wrong = await ask('POST', 'rubrics/r2021/feeds', {
    feeds: [...feeds, { clauseId: '99.9.9', inspection: '看', documents: null }],
  })
  expect(wrong.json()).toMatchObject({ code: 'feeds-wrong', errors: [{ place: '99.9.9' }] })
  expect(await coverage()).toEqual(bare)

  const taken = await ask('POST', 'rubrics/r2021/detections', { detections })
  expect([taken.statusCode, taken.json()]).toEqual([201, { adopted: detections.map(({ name }) => name) }])
  expect((await ask('POST', 'rubrics/r2021/feeds', { feeds })).statusCode).toBe(201)
  const { lines, faults } = await coverage()
  expect(faults).toEqual([])
  expect(lines.filter((line) => line.feeds.some(({ kind }) => kind === 'detection')).length).toBeGreaterThan(20)
})
