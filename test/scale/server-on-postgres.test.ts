import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { browserAt } from '../server/browser-at.ts'
import { startServer, type StartedServer } from '../server/started-server.ts'
import { bucketSettings, openedObjects } from './opened-objects.ts'
import { openedPostgres } from './opened-postgres.ts'

const { newSchema, open } = openedPostgres()
const { newBucket } = openedObjects()
const root = mkdtempSync(join(tmpdir(), 'mingheng-on-postgres-'))
const servers: StartedServer[] = []
afterAll(async () => {
  for (const server of servers) await server.end('SIGKILL')
  rmSync(root, { recursive: true })
})

const NEXT = 'Quiet-River-42'
const NOTICE = readFileSync(new URL('../../notices/qingpu-2021/notice.txt', import.meta.url), 'utf8')

/** `npm start` with the address of the database in a file, as it should be. */
async function start(name: string, schema: string, more: object = {}, url = inject('postgresUrl')) {
  const folder = join(root, name)
  mkdirSync(folder, { recursive: true })
  const secret = join(folder, 'database-url')
  writeFileSync(secret, url)
  const environment = { MINGHENG_DATABASE_URL_FILE: secret, MINGHENG_DATABASE_SCHEMA: schema, ...more }
  const server = await startServer(folder, { environment })
  servers.push(server)
  return server
}

test('two servers on one database are one office, and nothing of it lies in their folders', async () => {
  const schema = newSchema()
  await open(schema)
  const shards = inject('clickHouseUrls').join(',')
  const shared = {
    ...bucketSettings(await newBucket()),
    MINGHENG_RECORD_SHARDS: shards,
    MINGHENG_RECORD_DATABASE: schema,
  }
  const first = await start('first', schema, shared)
  const password = /一次性密码 (\S+)/.exec(first.output())?.[1] ?? ''
  const administrator = browserAt(first.address)
  await administrator('POST', '/api/v1/session', { username: 'admin', password })
  expect(await administrator('POST', '/api/v1/me/password', { current: password, next: NEXT })).toMatchObject({
    status: 200,
  })
  const person = { username: 'wang', name: '王某', roles: ['assessor'], centerId: null, email: null, hasPassword: true }
  const created = await administrator('POST', '/api/v1/people', person)
  const oneTime = String(created.told?.['oneTimePassword'])

  const second = await start('second', schema, shared)
  expect(second.output()).not.toContain('密码')
  const assessor = browserAt(second.address)
  await assessor('POST', '/api/v1/session', { username: 'wang', password: oneTime })
  await assessor('POST', '/api/v1/me/password', { current: oneTime, next: NEXT })
  const adopted = await assessor('POST', '/api/v1/rubrics', { rubricId: 'r2021', notice: NOTICE })
  const opened = await assessor('POST', '/api/v1/assessments', {
    assessmentId: 'a1',
    period: { periodFrom: '2021-01-01', periodTo: '2021-12-31' },
    terms: { replyWorkingDays: 5, appealWorkingDays: 10, rectificationWorkingDays: 15 },
    centers: [{ centerId: 'east', name: '东街道' }],
    rubricDigest: adopted.told?.['rubricDigest'],
  })
  expect(opened.status).toBe(201)

  await expect(start('apart', schema)).rejects.toThrow(
    /节点“.+”（127\.0\.0\.1:0，版本 .+）正在同一个数据库上运行，而本节点把证据、上传的记录文件、业务记录放在自己的数据文件夹里.*objectStoreUrl、recordShards/,
  )

  const elsewhere = browserAt(first.address)
  await elsewhere('POST', '/api/v1/session', { username: 'wang', password: NEXT })
  expect(await elsewhere('GET', '/api/v1/assessments/a1/sheets/east')).toMatchObject({
    status: 200,
    told: { sheet: { centerName: '东街道' } },
  })
  for (const { address } of [first, second]) {
    const ready = await browserAt(address)('GET', '/readyz')
    expect(ready).toMatchObject({ status: 200 })
    expect(JSON.stringify(ready.told)).toContain('数据库')
  }
  const files = readdirSync(join(root, 'first', 'data'))
  expect(files.filter((name) => /^(?:ledger|people|access|answers|jobs|sampling)/.test(name))).toEqual([])
  for (const server of [first, second]) {
    expect(await server.end('SIGTERM')).toBe(0)
    expect(server.log()).not.toContain('"trouble"')
    expect(server.log()).not.toContain('"bug"')
  }
})

test('a database that is not there is named, without its password, and nothing is started', async () => {
  // Nothing listens at the first port; one that is free now may be somebody's in a moment.
  const started = start('none', 'mingheng', {}, 'postgresql://mingheng:geheim@127.0.0.1:1/office')
  await expect(started).rejects.toThrow('连不上数据库“127.0.0.1:1/office（mingheng）”')
  await expect(started).rejects.not.toThrow('geheim')
})
