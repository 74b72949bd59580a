import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect } from 'vitest'
import { BIN } from '../cli/run-bin.ts'
import { runHere } from '../cli/run-here.ts'
import { startServer, type StartSetting } from '../server/started-server.ts'
import { ENVIRONMENT, prepareFolder, type PreparedFolder } from './prepared-folder.ts'
import { someActs, type SomeActs } from './some-acts.ts'

const home = mkdtempSync(join(tmpdir(), 'mingheng-faults-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function folderNamed(name: string): Promise<PreparedFolder> {
  const root = join(home, name)
  mkdirSync(root)
  return prepareFolder(root)
}

async function started({ root }: PreparedFolder, { environment = {}, ...setting }: StartSetting = {}) {
  return startServer(root, { ...setting, environment: { ...ENVIRONMENT, ...environment } })
}

async function holds({ data }: PreparedFolder): Promise<void> {
  const checked = await runHere(['check', '--data', data])
  expect(checked, checked.output).toMatchObject({ code: 0 })
}

/** Starts take seconds, of which most is waiting for each other. */
describe.concurrent('a running server', { timeout: 120_000 }, (test) => {
  test('whose clock is set back an hour goes on, and its ledger never runs backwards', async () => {
    const folder = await folderNamed('clock')
    const preload = fileURLToPath(new URL('set-back-clock.mjs', import.meta.url))
    const server = await started(folder, { options: ['--import', preload] })
    const { report, post, get } = someActs(server.address, folder)
    const before = await report('a1', 'f1')
    process.kill(server.pid, 'SIGUSR2')
    while (!server.log().includes('the clock was set back')) await setTimeout(5)
    const after = [
      await post('assessor', '/api/v1/assessments/a1/findings/f1/notify', {}),
      await report('a1', 'f2'),
      await post('center-east', '/api/v1/assessments/a1/findings/f1/accept', { statement: '属实' }),
    ]
    const last = before.events[0]?.recordedAt ?? ''
    for (const { status, events } of after) {
      expect(status).toBe(200)
      for (const { recordedAt } of events) expect(recordedAt >= last).toBe(true)
    }
    expect((await get('auditor', '/metrics')).text).toMatch(/mingheng_live_assessments\{state="clockBackwards"\} [1-9]/)
    expect(await server.end('SIGTERM')).toBe(0)
    await holds(folder)
  })

  test('acts whether or not the receivers of its messages answer, and stops within its time', async () => {
    const folder = await folderNamed('receivers')
    // The long form waits for one that never answers; the short form is hung up on.
    const silent = createServer((socket) => (process.env['TORTURE'] ? null : socket.destroy())).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const address = silent.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const environment = {
      MINGHENG_SMTP_HOST: '127.0.0.1',
      MINGHENG_SMTP_PORT: '1',
      MINGHENG_SMTP_SECURITY: 'none',
      MINGHENG_MAIL_FROM: 'office@example.org',
      MINGHENG_WEBHOOK_URLS: `http://127.0.0.1:${port}/hook`,
      MINGHENG_WEBHOOK_SECRET: 'a secret of sixteen and more',
    }
    const first = await started(folder)
    const earlier = someActs(first.address, folder)
    for (let n = 0; n < 30; n += 1) expect(await earlier.report('a1', `early-${n}`)).toMatchObject({ status: 200 })
    for (let n = 0; n < 30; n += 1)
      expect(await earlier.post('assessor', `/api/v1/assessments/a1/findings/early-${n}/notify`, {})).toMatchObject({
        status: 200,
      })
    expect(await first.end('SIGTERM')).toBe(0)
    const hung = once(silent, 'connection')
    const server = await started(folder, { environment })
    await hung
    const { report, get } = someActs(server.address, folder)
    const begun = performance.now()
    for (let n = 0; n < 30; n += 1) expect(await report('a1', `f${n}`)).toMatchObject({ status: 200 })
    // Whoever waited for receivers would take minutes.
    expect(performance.now() - begun).toBeLessThan(60_000)
    const owed = process.env['TORTURE'] ? 'sending' : 'waiting'
    const deliveries = (await get('auditor', '/metrics')).text
    expect(deliveries).toMatch(new RegExp(`mingheng_outbox_deliveries\\{state="${owed}"\\} [1-9]`))
    const asked = performance.now()
    expect(await server.end('SIGTERM')).toBe(0)
    expect(performance.now() - asked).toBeLessThan(30_000)
    silent.close()
    await holds(folder)
  })

  test('told to stop finishes what it has begun and takes nothing more', async () => {
    const folder = await folderNamed('stopped')
    const server = await started(folder)
    const { report, post } = someActs(server.address, folder)
    const [uploadId, half] = ['upload-half', Buffer.from('%PDF-1.4\nhalf of it\n')]
    const declared = { uploadId, name: 'a.pdf', bytes: half.length * 2, digest: null }
    expect(await post('inspector', '/api/v1/uploads', declared)).toMatchObject({ status: 201 })
    const upload = request(`${server.address}/api/v1/uploads/${uploadId}?offset=0`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${folder.tokens.inspector}`,
        'content-type': 'application/octet-stream',
        'content-length': half.length * 2,
      },
    })
    upload.write(half)
    await report('a1', 'before')
    const acts = Array.from({ length: 20 }, (_, n) => report('a1', `f${n}`).catch(() => null))
    const ended = server.end('SIGTERM')
    while (!server.output().includes('正在停止')) await setTimeout(5)
    upload.end(half)
    const answered = once(upload, 'response') as Promise<[{ statusCode: number }]>
    expect((await answered)[0].statusCode).toBe(200)
    const told = await Promise.all(acts)
    expect(await ended).toBe(0)
    for (const one of told) if (one !== null) expect([200, 503]).toContain(one.status)
    const again = await started(folder)
    const acknowledged = told.filter((one) => one?.status === 200).length
    const { text } = await someActs(again.address, folder).get('assessor', '/api/v1/assessments/a1/findings?limit=200')
    expect((JSON.parse(text) as { findings: unknown[] }).findings.length).toBeGreaterThanOrEqual(acknowledged + 1)
    expect(await again.end('SIGTERM')).toBe(0)
    await holds(folder)
  })

  // A disk of its own needs the right to mount; where nobody may, no file may grow: the log of the ledger is the first to want to.
  test(mayMount ? 'whose disk of 3 MB is full' : 'whose files may not grow', async () => {
    const folder = await folderNamed('full')
    const server = await started(folder, { under: mayMount ? ON_A_SMALL_DISK : WITH_SHORT_FILES })
    const acts = someActs(server.address, folder)
    const acknowledged = await reportsUntilFull(acts)
    expect(acknowledged).toBeGreaterThan(10)
    const { text, status } = await acts.get('assessor', '/api/v1/assessments/a1')
    expect([status, text]).toEqual([200, expect.stringContaining('"assessmentId":"a1"')])
    const big = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(4_000_000, 7)])
    const declared = { uploadId: 'upload-big', name: 'big.pdf', bytes: big.length, digest: null }
    const begun = await acts.post('inspector', '/api/v1/uploads', declared)
    if (begun.status === 201) {
      const brought = await acts.bytes('PATCH', '/api/v1/uploads/upload-big?offset=0', big)
      expect(brought).toMatchObject({ code: 'store-full' })
    } else expect(begun).toMatchObject({ code: 'store-full' })

    if (mayMount) {
      const inside = ['-t', String(server.pid), '-m']
      execFileSync('nsenter', [...inside, 'mount', '-o', 'remount,size=64m', folder.data])
      expect(await acts.report('a1', 'with-room')).toMatchObject({ status: 200 })
      execFileSync('nsenter', [...inside, process.execPath, BIN, 'check', '--data', folder.data])
      expect(await headOf(acts)).toBe(4 + acknowledged + 1)
      expect(await server.end('SIGTERM')).toBe(0)
    } else {
      expect(await server.end('SIGKILL')).toBe(null)
      const roomy = await started(folder)
      const again = someActs(roomy.address, folder)
      expect(await headOf(again)).toBe(4 + acknowledged)
      expect(await again.report('a1', 'with-room')).toMatchObject({ status: 200 })
      expect(await roomy.end('SIGTERM')).toBe(0)
      await holds(folder)
    }
  })

  test('whose folder cannot be made says which, and ends with 1', async () => {
    const root = join(home, 'closed')
    mkdirSync(root)
    writeFileSync(join(root, 'file'), '')
    const starting = startServer(root, { environment: { MINGHENG_DATA: join(root, 'file', 'data') } })
    await expect(starting).rejects.toThrow(/ended with 1: 打不开“.*file\/data”（ENOTDIR）/)
  })
})

const isRoot = process.geteuid?.() === 0
const mayMount = isRoot && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', home]).status === 0
/** What was prepared is copied onto a small disk that only the server sees. */
const ON_A_SMALL_DISK = [
  'unshare',
  '-m',
  'sh',
  '-c',
  'mv data kept && mkdir data && mount -t tmpfs -o size=3m tmpfs data && cp -a kept/. data && exec "$@"',
  'sh',
]
const WITH_SHORT_FILES = ['sh', '-c', 'ulimit -f 3072; exec "$@"', 'sh']

async function headOf({ get }: SomeActs): Promise<number> {
  const { text } = await get('auditor', '/api/v1/assessments/a1/ledger?limit=1')
  return (JSON.parse(text) as { head: { seq: number } }).head.seq
}

/** How many were acknowledged before the store was full. */
async function reportsUntilFull({ report }: SomeActs): Promise<number> {
  for (let n = 0; ; n += 1) {
    const told = await report('a1', `f${n}`, { description: '长'.repeat(4_000) })
    if (told.status === 200) continue
    expect(told).toMatchObject(mayMount ? { status: 507, code: 'store-full' } : { status: expect.any(Number) })
    expect(told.status).toBeGreaterThanOrEqual(500)
    return n
  }
}
