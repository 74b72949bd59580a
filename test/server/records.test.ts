import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeGb } from '../../src/adapters/source-exports/gb-encoder.ts'
import type { ImportProfile } from '../../src/core/records/import-profile.ts'
import { clientAt, type Client } from './clerk.ts'
import { abroad, here, type Who } from './found-district.ts'
import { PASSWORD, serverFixture, type ServerFixture } from './server-fixture.ts'

/** What a clerk does in a month, over real connections and a real record store; each test goes on where the last one ended. */

let server: ServerFixture
let address = ''
let clerk: Client
let assessor: Client
beforeAll(async () => {
  server = await serverFixture()
  address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  ;[clerk, assessor] = await Promise.all([client(here('clerk')), client(here('assessor'))])
})
afterAll(async () => server.app.close())

async function client(who: Who): Promise<Client> {
  const { authorization = '' } = await server.token(who)
  return clientAt(address, authorization.replace('Bearer ', ''))
}
const HEADER = '评价编号,被评中心,评价渠道,满意度代码,满意度,评价时间,评价次数,评价人,联系电话,备注'
const GOOD = [
  'R1,东街道,窗口评价器,2,不满意,2021-03-05 09:30:00,1,张小明,13812345678,',
  'R2,东街道,窗口评价器,4,满意,2021-03-06 10:00:00,1,李四,13912345678,',
  'R3,西街道,网站,1,非常不满意,2021-03-07 11:00:00,1,王五,13712345678,',
]
const BAD = [
  'R4,东街道,窗口评价器,5,非常满意,2021-02-30 09:00:00,1,赵六,,',
  'R5,南街道,窗口评价器,3,基本满意,2021-03-08 09:00:00,1,钱七,,',
]
const file = (...lines: readonly string[]) => encodeGb([HEADER, ...lines, ''].join('\r\n'))

test('a file in GBK is looked at, and nothing is kept of looking', async () => {
  expect(await clerk.upload('ratings-march', '好差评3月.csv', file(...GOOD, ...BAD))).toMatchObject({ status: 200 })
  const { body } = await clerk.get('record-files/ratings-march/look')
  expect(body).toMatchObject({ kind: 'csv', encoding: 'gb18030', header: HEADER.split(','), imported: [] })
  expect((await clerk.get('records')).body).toMatchObject({ sets: [] })
})

let profile: ImportProfile

test('a profile is guessed with what it leaves open, completed by a person and confirmed', async () => {
  const guessed = await clerk.get('record-files/ratings-march/guess?profileId=ratings&title=市好差评&source=city')
  const { profile: draft, open } = guessed.body as { profile: ImportProfile; open: { code: string; column: string }[] }
  expect(draft).toMatchObject({ dataSet: 'ratings', columns: { rater_name: { privacy: 'mask' } } })
  expect(open.map(({ code, column }) => `${code} ${column}`)).toEqual([
    'center-unmatched 被评中心',
    'form-unmatched 评价时间',
    'column-unmatched 备注',
  ])
  const { rated_at: time, center_id: center } = draft.columns
  if (time === undefined || center === undefined) throw new Error('the time or the center is not mapped')
  profile = {
    ...draft,
    columns: {
      ...draft.columns,
      rated_at: { ...time, forms: ['YYYY-MM-DD hh:mm:ss'] },
      center_id: { ...center, values: { 东街道: 'east', 西街道: 'west' } },
    },
  }
  expect(await clerk.post('import-profiles', { profile: draft })).toMatchObject({
    status: 422,
    body: { code: 'profile-wrong' },
  })
  expect(await assessor.post('import-profiles', { profile })).toMatchObject({ status: 403 })
  expect(await clerk.post('import-profiles', { profile })).toEqual({ status: 200, body: { done: true } })
  expect((await clerk.get('import-profiles')).body).toMatchObject({ profiles: [{ profile, by: 'd1-clerk' }] })
})

test('a preview tells each fault by row, column and value, and shows what would be kept: masked', async () => {
  const { status, body } = await clerk.post('record-files/ratings-march/preview', { profile })
  expect([status, body]).toMatchObject([
    200,
    {
      rows: 5,
      good: 3,
      faulty: 2,
      faults: [
        { row: 5, column: '评价时间', value: '2021-02-30 09:00:00', code: 'date-wrong' },
        { row: 6, column: '被评中心', value: '南街道', code: 'center-unknown' },
      ],
      sample: [{ record_id: 'R1', rater_name: '张**' }, {}, {}],
    },
  ])
  expect(JSON.stringify(body)).not.toContain('13812345678')
})

let refusedImport = ''

test('a file with faults is refused whole, with an error file of the faulty rows', async () => {
  const started = await clerk.post('imports', { fileId: 'ratings-march', profileId: 'ratings' })
  expect(started).toMatchObject({ status: 202, body: { fileName: '好差评3月.csv', dataSet: 'ratings' } })
  refusedImport = (started.body as { importId: string }).importId
  const ended = await clerk.ended(`imports/${refusedImport}`)
  expect(ended.body).toMatchObject({ standing: { state: 'faulty', rows: 5, faulty: 2 } })
  expect((await clerk.get('records')).body).toMatchObject({ sets: [] })
  const errors = await clerk.text(`imports/${refusedImport}/errors`)
  expect(errors).toContain('R4')
  expect(errors).toContain('R5')
  expect(errors).not.toContain('R1')
  expect(await assessor.get(`imports/${refusedImport}/errors`)).toMatchObject({ status: 403 })
})

test('the corrected error file stands for the whole file', async () => {
  const errors = await clerk.text(`imports/${refusedImport}/errors`)
  const corrected = errors.replaceAll('2021-02-30', '2021-02-28').replaceAll('南街道', '西街道')
  await clerk.upload('ratings-fixed', '好差评3月-改.csv', Buffer.from(corrected))
  const { standing } = await imported('ratings-fixed')
  expect(standing).toMatchObject({ state: 'imported', report: { rows: 5, added: 5, corrected: 0, unchanged: 0 } })
  expect(await clerk.get('record-files/ratings-fixed')).toMatchObject({ status: 404 })
  expect(await clerk.get(`imports/${refusedImport}/errors`)).toMatchObject({
    status: 404,
    body: { code: 'errors-gone' },
  })
  expect((await clerk.get('records')).body).toMatchObject({
    sets: [{ dataSet: 'ratings', records: 5, sources: ['city'], months: [{ month: '2021-02' }, { month: '2021-03' }] }],
  })
})

test('the same again changes nothing', async () => {
  await clerk.upload('ratings-again', '好差评3月.csv', file(...GOOD))
  const before = (await clerk.get('records')).body as { digest: string }
  const { standing } = await imported('ratings-again')
  expect(standing).toMatchObject({ state: 'imported', report: { rows: 3, added: 0, corrected: 0, unchanged: 3 } })
  expect(((await clerk.get('records')).body as { digest: string }).digest).toBe(before.digest)
})

async function imported(fileId: string): Promise<{ standing: object }> {
  const started = await clerk.post('imports', { fileId, profileId: 'ratings' })
  return (await clerk.ended(`imports/${(started.body as { importId: string }).importId}`)).body
}
const POOR = `-- 条款：4.1.1
-- 名称：差评
-- 说明：星数不高于界限的评价；看不出评价是不是属实
-- 数据：ratings
-- 形式：逐条
-- 参数：poor_stars = 2 星 | 口径：沪府办发〔2019〕20号，一、二星为差评
SELECT center_id, record_key AS subject, CAST(rated_at AS DATE) AS occurred_on, 1 AS occurrences,
  NULL AS event_key, record_ref
FROM ratings
WHERE CAST(rated_at AS DATE) BETWEEN :period_from AND :period_to AND satisfaction_rank <= :poor_stars
`

test('detections are adopted all or none, and what is wrong is told by file and line', async () => {
  const wrong = [
    { name: 'poor', text: POOR },
    { name: 'strange', text: POOR.replace('-- 条款：4.1.1', '-- 条款：9.9.9').replace(':poor_stars', ':no_stars') },
  ]
  const refused = await assessor.post('rubrics/small-2021/detections', { detections: wrong })
  expect(refused).toMatchObject({ status: 422, body: { code: 'detection-wrong' } })
  const { errors } = refused.body as { errors: { place: string; expected: string }[] }
  expect(errors.map(({ place }) => place.split(':')[0])).toEqual(errors.map(() => 'strange'))
  expect(errors.map(({ expected }) => expected).join()).toContain('no_stars')
  expect((await assessor.get('rubrics/small-2021/detections')).body).toEqual({ detections: [] })
  const adopted = await assessor.post('rubrics/small-2021/detections', { detections: wrong.slice(0, 1) })
  expect(adopted).toMatchObject({ status: 201, body: { adopted: ['poor'] } })
  expect((await clerk.get('rubrics/small-2021/detections')).body).toMatchObject({
    detections: [
      { name: 'poor', read: { clauseId: '4.1.1', parameters: [{ name: 'poor_stars', value: 2, unit: '星' }] } },
    ],
  })
})

const RUNS = 'assessments/a1/detection-runs'

async function run(): Promise<object> {
  const started = await clerk.post(RUNS, { detections: null, asOf: null })
  const { runId } = started.body as { runId: string }
  return ((await clerk.ended(`${RUNS}/${runId}`)).body as { standing: object }).standing
}

async function suspicions(): Promise<readonly { findingId: string; centerId: string; standing: string }[]> {
  const { body } = await assessor.get('assessments/a1/findings?limit=100')
  const { findings } = body as { findings: { finding: { detection: string | null } }[] }
  return findings.map(({ finding }) => finding).filter(({ detection }) => detection === 'poor') as never
}

test('a run raises suspicions with the records that show them; running again raises none', async () => {
  expect(await run()).toMatchObject({
    state: 'ran',
    report: { detections: [{ name: 'poor', suspicions: 2, raised: 2, message: null }] },
  })
  expect(await suspicions()).toMatchObject([
    { centerId: 'west', records: ['ratings/city/R3@1'], standing: 'suspected' },
    { centerId: 'east', records: ['ratings/city/R1@1'], standing: 'suspected' },
  ])
  expect(await run()).toMatchObject({ report: { detections: [{ suspicions: 2, raised: 0, amended: 0 }] } })
})

test('a center sees the row behind its own suspicion, masked, and no other record', async () => {
  const [west, east] = await suspicions()
  const center = await client(here('center-east'))
  const own = await center.get(`assessments/a1/findings/${east?.findingId}/records`)
  expect(own.body).toMatchObject({
    total: 1,
    records: [{ ref: 'ratings/city/R1@1', isCurrent: true, record: { record_id: 'R1', rater_name: '张**' } }],
    next: null,
  })
  expect(JSON.stringify(own.body)).not.toContain('13812345678')
  const [shown] = (own.body as { records: { record: object }[] }).records
  expect((await clerk.get('record?ref=ratings/city/R1@1')).body).toEqual({ record: shown?.record })
  expect(await center.get(`assessments/a1/findings/${west?.findingId}/records`)).toMatchObject({ status: 403 })
  expect(await center.get('record?ref=ratings/city/R1@1')).toMatchObject({ status: 403 })
  expect(await center.get('records')).toMatchObject({ status: 403 })
})

test('a corrected record takes the place of the earlier one, both stay visible, and the suspicion is withdrawn', async () => {
  await clerk.upload('ratings-late', '好差评更正.csv', file((GOOD[0] ?? '').replace('2,不满意', '4,满意')))
  expect((await imported('ratings-late')).standing).toMatchObject({ report: { rows: 1, corrected: 1, added: 0 } })
  expect((await clerk.get('records/ratings/versions?recordKey=city/R1')).body).toMatchObject({
    versions: [
      { version: 1, satisfaction: 'dissatisfied' },
      { version: 2, satisfaction: 'satisfied' },
    ],
  })
  expect(await run()).toMatchObject({ report: { detections: [{ suspicions: 1, withdrawn: 1 }] } })
  const [, east] = await suspicions()
  expect((await suspicions()).map(({ standing }) => standing)).toEqual(['suspected', 'withdrawn'])
  expect((await assessor.get(`assessments/a1/findings/${east?.findingId}/records`)).body).toMatchObject({
    records: [{ ref: 'ratings/city/R1@1', isCurrent: false, record: { version: 1, satisfaction: 'dissatisfied' } }],
  })
})

test('a suspicion of a run is not taken back by hand, one that a person raised is', async () => {
  const [west] = await suspicions()
  const withdraw = async (findingId: string) =>
    clerk.post(`assessments/a1/findings/${findingId}/withdraw`, { reason: '登记有误' })
  expect(await withdraw(west?.findingId ?? '')).toMatchObject({ status: 409, body: { code: 'suspicion-of-detection' } })
  expect(await withdraw('suspected')).toMatchObject({ status: 200, body: { events: [{ type: 'SuspicionWithdrawn' }] } })
})

const RATE = `-- 条款：2.3.1
-- 名称：满意率
-- 说明：四星以上的评价占几成
-- 数据：ratings
-- 形式：比率
-- 判断：条款
SELECT center_id, month AS period, SUM(CASE WHEN satisfaction_rank >= 4 THEN 1 ELSE 0 END) AS numerator,
  COUNT(*) AS denominator
FROM ratings
WHERE month = '2021-04'
GROUP BY center_id, month
-- 明细
SELECT record_ref FROM ratings WHERE center_id = :center_id AND month = :period AND satisfaction_rank < 4
`

test('more records than a ledger lists stand behind a measure: all are paged, by the rule that raised it', async () => {
  const many = Array.from({ length: 1_200 }, (_, at) => `M${at},东街道,网站,2,不满意,2021-04-06 10:00:00,1,,,`)
  await clerk.upload('ratings-april', '好差评4月.csv', file(...many))
  expect((await imported('ratings-april')).standing).toMatchObject({ report: { added: 1_200 } })
  await assessor.post('rubrics/small-2021/detections', { detections: [{ name: 'rate', text: RATE }] })
  const started = await clerk.post(RUNS, { detections: ['rate'], asOf: null })
  await clerk.ended(`${RUNS}/${(started.body as { runId: string }).runId}`)
  const { body } = await assessor.get('assessments/a1/findings?limit=1')
  const [found] = (body as { findings: { finding: { findingId: string } }[] }).findings
  const records = `assessments/a1/findings/${found?.finding.findingId}/records?limit=200`
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { total: number; records: { ref: string; record: object | null }[]; next: string | null } = (
      await assessor.get(`${records}${cursor === '' ? '' : `&cursor=${cursor}`}`)
    ).body
    expect(page.total).toBe(1_200)
    for (const { ref, record } of page.records) if (record !== null) seen.push(ref)
    cursor = page.next
  }
  expect(new Set(seen).size).toBe(1_200)
  await assessor.post('rubrics/small-2021/detections', {
    detections: [{ name: 'rate', text: RATE.replace('< 4', '< 3') }],
  })
  expect(await assessor.get(records)).toMatchObject({ status: 409, body: { code: 'records-changed' } })
}, 60_000)

test('another district sees nothing of all this', async () => {
  const other = await client(abroad('clerk'))
  expect((await other.get('records')).body).toMatchObject({ sets: [] })
  expect((await other.get('imports')).body).toEqual({ imports: [], next: null })
  expect((await other.get('import-profiles')).body).toEqual({ profiles: [] })
  expect((await other.get('rubrics/small-2021/detections')).body).toEqual({ detections: [] })
  for (const path of [
    'record-files/ratings-march/look',
    `imports/${refusedImport}`,
    `imports/${refusedImport}/errors`,
    'record?ref=ratings/city/R1@1',
    'records/ratings/versions?recordKey=city/R1',
  ])
    expect([path, (await other.get(path)).status]).toEqual([path, 404])
})

test('who opened a record, took an error file or ran detections is in the access log', async () => {
  await assessor.get('record?ref=ratings/city/R1@2')
  const lines = await server.told('d1')
  for (const line of ['record.open done', 'finding.records done', 'detection.run done', 'detection.adopt done'])
    expect(lines).toContain(line)
  expect(lines.filter((line) => line === 'records.import done').length).toBeGreaterThan(3)
  expect(lines.join()).not.toContain(PASSWORD)
})
