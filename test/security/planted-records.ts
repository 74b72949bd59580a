import type { ServerFixture } from '../server/server-fixture.ts'
import { idle } from './idle.ts'
import { asking, BYTES, type Ask } from './planted-ask.ts'

/** What the planted world holds of records; every id of the clerk's. */
export interface PlantedRecords {
  /** Imported: one article of each center, `west`'s titled by the canary. */
  readonly importId: string
  /** Refused for its faults; its error file quotes the canary. */
  readonly faultyId: string
  /** Of the one adopted detection, over `a1`. */
  readonly runId: string
}

export const NO_RECORDS: PlantedRecords = { importId: 'none', faultyId: 'none', runId: 'none' }

/** A detection that suspects every article. */
export const DETECTION = `-- 条款：1.1.1
-- 名称：报送的信息
-- 说明：每一篇都算，供试验
-- 数据：articles
-- 形式：逐条
SELECT center_id, record_key AS subject, submitted_on AS occurred_on, 1 AS occurrences,
  NULL AS event_key, record_ref
FROM articles
`

export const PROFILE = {
  id: 'articles',
  title: '信息报送台账',
  dataSet: 'articles',
  source: 'hub',
  columns: {
    record_id: column('编号'),
    center_id: { ...column('中心'), values: { 东街道: 'east', 西街道: 'west' } },
    title: column('标题'),
    submitted_on: { ...column('日期'), forms: ['YYYY-MM-DD'] },
  },
  ignored: [],
}

/** Files of the clerk's: `records-begun` (half of it), `records-whole`, `records-next`, `records-old`, all with one new article. */
export async function plantRecords(server: ServerFixture, district: string, canary: string): Promise<PlantedRecords> {
  const ask = asking(server, district)
  await ask('clerk', 'POST', '/api/v1/import-profiles', { profile: PROFILE })
  const first = articles(`1,东街道,东信息,2021-03-05`, `2,西街道,${canary}信息,2021-03-06`)
  const importId = await started(ask, 'records-first', first)
  const faultyId = await started(ask, 'records-faulty', articles(`3,西街道,${canary}错,2021-02-30`))
  const more = articles('4,东街道,又一篇,2021-04-01')
  await upload(ask, 'records-begun', more, more.subarray(0, 8))
  for (const fileId of ['records-whole', 'records-next', 'records-old']) {
    await upload(ask, fileId, more)
    await ask('clerk', 'POST', `/api/v1/record-files/${fileId}/finish`)
  }
  const detections = ['articles-all', 'articles-old'].map((name) => ({ name, text: DETECTION }))
  await ask('assessor', 'POST', '/api/v1/rubrics/small-2021/detections', { detections })
  const runs = '/api/v1/assessments/a1/detection-runs'
  const run = await ask('clerk', 'POST', runs, { detections: null, asOf: null })
  const { runId } = run.json<{ runId: string }>()
  await idle(server)
  return { importId, faultyId, runId }
}

function column(header: string) {
  return { from: { kind: 'column', header }, values: null, labelColumn: null, forms: null, privacy: 'keep' } as const
}

function articles(...lines: readonly string[]): Buffer {
  return Buffer.from(['编号,中心,标题,日期', ...lines, ''].join('\n'))
}

async function started(ask: Ask, fileId: string, content: Buffer): Promise<string> {
  await upload(ask, fileId, content)
  await ask('clerk', 'POST', `/api/v1/record-files/${fileId}/finish`)
  const answer = await ask('clerk', 'POST', '/api/v1/imports', { fileId, profileId: PROFILE.id })
  return answer.json<{ importId: string }>().importId
}

/** `sent` may be less than what was declared. */
async function upload(ask: Ask, fileId: string, content: Buffer, sent = content): Promise<void> {
  const declared = { fileId, fileName: '信息.csv', bytes: content.length, digest: null }
  await ask('clerk', 'POST', '/api/v1/record-files', declared)
  await ask('clerk', 'PATCH', `/api/v1/record-files/${fileId}?offset=0`, sent, BYTES)
}
