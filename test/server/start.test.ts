import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { browserAt } from './browser-at.ts'
import { startServer } from './started-server.ts'

const root = mkdtempSync(join(tmpdir(), 'mingheng-start-'))
afterAll(() => rmSync(root, { recursive: true }))

const NEXT = 'Quiet-River-42'
const NOTICE = readFileSync(new URL('../../notices/qingpu-2021/notice.txt', import.meta.url), 'utf8')
const ASSESSMENT = {
  assessmentId: 'a1',
  period: { periodFrom: '2021-01-01', periodTo: '2021-12-31' },
  terms: { replyWorkingDays: 5, appealWorkingDays: 10, rectificationWorkingDays: 15 },
  centers: [{ centerId: 'east', name: '东街道' }],
}

function newFolder(name: string): string {
  const folder = join(root, name)
  mkdirSync(folder)
  return folder
}

test('a server is started, used, stopped, started again, and knows what was done', async () => {
  const folder = newFolder('used')
  const first = await startServer(folder)
  const password = /一次性密码 (\S+)/.exec(first.output())?.[1] ?? ''
  const ask = browserAt(first.address)
  expect(await ask('POST', '/api/v1/session', { username: 'admin', password })).toMatchObject({
    status: 200,
    told: { standing: 'password-change-owed' },
  })
  expect(await ask('GET', '/api/v1/people')).toMatchObject({ status: 403, told: { code: 'new-password-owed' } })
  expect(await ask('POST', '/api/v1/me/password', { current: password, next: NEXT })).toMatchObject({ status: 200 })
  const person = { username: 'wang', name: '王某', roles: ['assessor'], centerId: null, email: null, hasPassword: true }
  const created = await ask('POST', '/api/v1/people', person)
  expect(created.status).toBe(201)
  const oneTime = String(created.told?.['oneTimePassword'])
  const assessor = browserAt(first.address)
  await assessor('POST', '/api/v1/session', { username: 'wang', password: oneTime })
  await assessor('POST', '/api/v1/me/password', { current: oneTime, next: NEXT })
  const adopted = await assessor('POST', '/api/v1/rubrics', { rubricId: 'r2021', notice: NOTICE })
  expect(adopted.status).toBe(201)
  const opened = await assessor('POST', '/api/v1/assessments', {
    ...ASSESSMENT,
    rubricDigest: adopted.told?.['rubricDigest'],
  })
  expect(opened.status).toBe(201)
  expect(await ask('GET', '/readyz')).toMatchObject({ status: 200 })
  expect(await first.end('SIGTERM')).toBe(0)

  const second = await startServer(folder)
  expect(second.output()).not.toContain('密码')
  const again = browserAt(second.address)
  await again('POST', '/api/v1/session', { username: 'admin', password: NEXT })
  const people = await again('GET', '/api/v1/people')
  expect(people.told?.['people']).toMatchObject([{ username: 'admin' }, { username: 'wang', roles: ['assessor'] }])
  await again('POST', '/api/v1/session', { username: 'wang', password: NEXT })
  const sheet = await again('GET', '/api/v1/assessments/a1/sheets/east')
  expect(sheet).toMatchObject({ status: 200, told: { sheet: { centerId: 'east', centerName: '东街道' } } })
  expect(await second.end('SIGINT')).toBe(0)
  for (const server of [first, second])
    for (const secret of [password, NEXT, '王某', 'wang', 'admin']) expect(server.log()).not.toContain(secret)
})

test('two servers never have one folder, nor one port', async () => {
  const folder = newFolder('twice')
  const first = await startServer(folder)
  await expect(startServer(folder)).rejects.toThrow(/正由另一个明衡服务使用/)
  const port = new URL(first.address).port
  await expect(startServer(newFolder('port'), { environment: { MINGHENG_PORT: port } })).rejects.toThrow(
    /已被其他程序占用/,
  )
  expect(await first.end('SIGKILL')).toBe(null)
  const next = await startServer(folder)
  expect(await next.end('SIGTERM')).toBe(0)
})

test('a wrong configuration is told and nothing is made', async () => {
  const folder = newFolder('wrong')
  await expect(startServer(folder, { environment: { MINGHENG_PROT: '1' } })).rejects.toThrow(
    /ended with 2: 配置有误[\s\S]*MINGHENG_PROT/,
  )
})
