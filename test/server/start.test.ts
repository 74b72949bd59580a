import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startServer } from './started-server.ts'

const root = mkdtempSync(join(tmpdir(), 'mingheng-start-'))
afterAll(() => rmSync(root, { recursive: true }))

const NEXT = 'Quiet-River-42'

function newFolder(name: string): string {
  const folder = join(root, name)
  mkdirSync(folder)
  return folder
}

/** A browser as far as the server can tell: it keeps cookies and the CSRF token. */
function browserAt(address: string) {
  const jar = new Map<string, string>()
  let csrfToken = ''
  return async (method: string, path: string, body?: object) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-csrf-token': csrfToken,
        'idempotency-key': crypto.randomUUID(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      jar.set(name, value)
    }
    const told = (await response.json().catch(() => null)) as Record<string, unknown> | null
    if (typeof told?.['csrfToken'] === 'string') csrfToken = told['csrfToken']
    return { status: response.status, told }
  }
}

test('a server is started, used, stopped, started again, and knows what was done', async () => {
  const folder = newFolder('used')
  const first = await startServer(folder)
  const password = /一次性口令 (\S+)/.exec(first.output())?.[1] ?? ''
  const ask = browserAt(first.address)
  expect(await ask('POST', '/api/v1/session', { username: 'admin', password })).toMatchObject({
    status: 200,
    told: { standing: 'password-change-owed' },
  })
  expect(await ask('GET', '/api/v1/people')).toMatchObject({ status: 403, told: { code: 'new-password-owed' } })
  expect(await ask('POST', '/api/v1/me/password', { current: password, next: NEXT })).toMatchObject({ status: 200 })
  const person = { username: 'wang', name: '王某', roles: ['assessor'], centerId: null, email: null, hasPassword: true }
  expect(await ask('POST', '/api/v1/people', person)).toMatchObject({ status: 201 })
  expect(await ask('GET', '/readyz')).toMatchObject({ status: 200 })
  expect(await first.end('SIGTERM')).toBe(0)

  const second = await startServer(folder)
  expect(second.output()).not.toContain('口令')
  const again = browserAt(second.address)
  await again('POST', '/api/v1/session', { username: 'admin', password: NEXT })
  const people = await again('GET', '/api/v1/people')
  expect(people.told?.['people']).toMatchObject([{ username: 'admin' }, { username: 'wang', roles: ['assessor'] }])
  expect(await second.end('SIGINT')).toBe(0)
  for (const server of [first, second])
    for (const secret of [password, NEXT, '王某', 'wang', 'admin']) expect(server.log()).not.toContain(secret)
})

test('two servers never have one folder, nor one port', async () => {
  const folder = newFolder('twice')
  const first = await startServer(folder)
  await expect(startServer(folder)).rejects.toThrow(/正由另一个明衡服务使用/)
  const port = new URL(first.address).port
  await expect(startServer(newFolder('port'), { MINGHENG_PORT: port })).rejects.toThrow(/已被其他程序占用/)
  expect(await first.end('SIGKILL')).toBe(null)
  const next = await startServer(folder)
  expect(await next.end('SIGTERM')).toBe(0)
})

test('a wrong configuration is told and nothing is made', async () => {
  const folder = newFolder('wrong')
  await expect(startServer(folder, { MINGHENG_PROT: '1' })).rejects.toThrow(
    /ended with 2: 配置有误[\s\S]*MINGHENG_PROT/,
  )
})
