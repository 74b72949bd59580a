import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/main/configuration.ts'
import { runServer, type RunningServer } from '../../src/main/run-server.ts'
import { runHere } from '../cli/run-here.ts'
import { ENVIRONMENT, prepareFolder, type PreparedFolder } from './prepared-folder.ts'
import { someActs, type SomeActs } from './some-acts.ts'

/** Servers as `main` builds them, in this process: what differs from `npm start` is only who prints. */
const home = mkdtempSync(join(tmpdir(), 'mingheng-damaged-'))
// Somebody else than its owner looks in.
chmodSync(home, 0o755)
afterAll(() => rmSync(home, { recursive: true, force: true }))

const photo = Buffer.from('%PDF-1.4\n% a photo\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
const digest = createHash('sha256').update(photo).digest('hex')
let whole: PreparedFolder
beforeAll(async () => {
  mkdirSync(join(home, 'whole'))
  whole = await prepareFolder(join(home, 'whole'))
  await serving(whole.data, async ({ report, post, get, bytes }) => {
    const declared = { uploadId: 'upload-photo', name: 'a.pdf', bytes: photo.length, digest: null }
    await post('inspector', '/api/v1/uploads', declared)
    await bytes('PATCH', '/api/v1/uploads/upload-photo?offset=0', photo)
    await post('inspector', '/api/v1/uploads/upload-photo/finish', {})
    const evidence = [{ digest, caption: '', claims: null }]
    for (const a of ['a1', 'a2']) expect(await report(a, `${a}-finding`, { evidence })).toMatchObject({ status: 200 })
    expect(await get('clerk', '/api/v1/access-log')).toMatchObject({ status: 403 })
    const calendar = { version: '试行', from: '2030-01-01', to: '2030-12-31', restDays: [], workDays: [] }
    expect(await post('administrator', '/api/v1/calendars', calendar)).toMatchObject({ status: 201 })
  })
})

async function start(data: string): ReturnType<typeof runServer> {
  const read = readConfiguration({ ...ENVIRONMENT, MINGHENG_DATA: data, MINGHENG_PORT: '0' }, () => null)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return runServer(read.value)
}

async function serving(data: string, work: (acts: SomeActs, server: RunningServer) => Promise<void>): Promise<void> {
  const running = await start(data)
  if (!running.ok) throw new Error(running.sentence)
  try {
    await work(someActs(running.value.address, whole), running.value)
  } finally {
    await running.value.stop()
  }
}

let copies = 0
function copyOf({ data }: PreparedFolder): string {
  copies += 1
  const copy = join(home, `copy-${copies}`)
  cpSync(data, copy, { recursive: true })
  return copy
}

function turn(path: string, text: string, other: string): void {
  const bytes = readFileSync(path)
  let at = bytes.indexOf(text)
  if (at === -1) throw new Error(`no ${text} in ${path}`)
  for (; at !== -1; at = bytes.indexOf(text, at + 1)) bytes.write(other, at)
  writeFileSync(path, bytes)
}

const DATABASES = ['ledger', 'people', 'access', 'answers']

describe('at start', () => {
  test.each(DATABASES)('%s.sqlite that is no database is named, and nothing is served', async (name) => {
    const data = copyOf(whole)
    const path = join(data, `${name}.sqlite`)
    const bytes = readFileSync(path)
    bytes.fill(7, 0, 64)
    writeFileSync(path, bytes)
    const running = await start(data)
    expect(running).toMatchObject({ ok: false, sentence: expect.stringMatching(`${name}\\.sqlite”已损坏`) })
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test('a folder in which nothing can be written is named', async () => {
    const { geteuid, seteuid } = process
    const data = join(home, 'read-only')
    mkdirSync(data, { mode: 0o555 })
    const isRoot = geteuid?.() === 0
    if (isRoot) seteuid?.(65_534)
    try {
      const running = await start(data)
      expect(running).toMatchObject({ ok: false, sentence: expect.stringContaining(data) })
      expect(readdirSync(data)).toEqual([])
    } finally {
      if (isRoot) seteuid?.(0)
    }
  })

  test('a folder whose files may only be read is named', async () => {
    const { geteuid, seteuid } = process
    const data = copyOf(whole)
    chmodSync(data, 0o555)
    for (const file of readdirSync(data)) if (file.endsWith('.sqlite')) chmodSync(join(data, file), 0o444)
    const isRoot = geteuid?.() === 0
    if (isRoot) seteuid?.(65_534)
    try {
      const running = await start(data)
      expect(running).toMatchObject({ ok: false, sentence: expect.stringContaining(data) })
    } finally {
      if (isRoot) seteuid?.(0)
    }
  })
})

describe('a changed byte', () => {
  test('of an event: its assessment is refused by its place, the other goes on', async () => {
    const data = copyOf(whole)
    turn(join(data, 'ledger.sqlite'), 'a1-finding', 'a1-finDing')
    await serving(data, async ({ get, report }) => {
      for (const path of ['a1', 'a1/ledger', 'a1/findings', 'a1/sheets/east']) {
        const told = await get('auditor', `/api/v1/assessments/${path}`)
        expect(told).toMatchObject({ status: 503, code: 'store-corrupted' })
        expect(told.text).toContain('第 5 条')
      }
      expect(await report('a1', 'f-new')).toMatchObject({ code: 'store-corrupted' })
      expect(await report('a2', 'f-new')).toMatchObject({ status: 200 })
      expect(await get('auditor', '/api/v1/assessments/a2/sheets/east')).toMatchObject({ status: 200 })
      const listed = await get('auditor', '/api/v1/assessments')
      expect(JSON.parse(listed.text)).toMatchObject({
        assessments: [{ assessmentId: 'a2' }],
        damaged: [{ assessmentId: 'a1' }],
      })
    })
  })

  test('of a person: nobody acts by what it might mean, the others go on', async () => {
    const data = copyOf(whole)
    turn(join(data, 'people.sqlite'), '张assessor-2', '张assEssor-2')
    await serving(data, async ({ get, report }) => {
      expect(await get('assessor-2', '/api/v1/me')).toMatchObject({ status: 503, code: 'store-corrupted' })
      expect(await get('assessor', '/api/v1/me')).toMatchObject({ status: 200 })
      expect(await report('a1', 'f-new')).toMatchObject({ status: 200 })
    })
    expect(await runHere(['check', '--data', data], { columns: 1000 })).toMatchObject({
      code: 1,
      output: expect.stringContaining('表 person 的第'),
    })
  })

  test('of an entry of the access log: reading it is refused, people go on', async () => {
    const data = copyOf(whole)
    turn(join(data, 'access.sqlite'), 'd1-clerk', 'd1-cLerk')
    await serving(data, async ({ get, report }) => {
      expect(await report('a1', 'f-new')).toMatchObject({ status: 200 })
      expect(await get('auditor', '/api/v1/access-log')).toMatchObject({ status: 503, code: 'store-corrupted' })
    })
  })

  test('of a file of evidence: it is not shown, the rest is', async () => {
    const data = copyOf(whole)
    const path = filesIn(join(data, 'evidence'), photo.length)[0] ?? ''
    await serving(data, async ({ get, report }) => {
      const url = `/api/v1/assessments/a1/evidence/${digest}`
      expect(await get('assessor', url)).toMatchObject({ status: 200 })
      rmSync(path)
      writeFileSync(path, Buffer.from(photo.toString().replace('photo', 'phOto')))
      const told = await get('assessor', url)
      expect(told).toMatchObject({ status: 503, code: 'evidence-corrupted' })
      expect(await report('a1', 'f-new')).toMatchObject({ status: 200 })
    })
  })

  test('while the server runs is found by mingheng check, and by the next who reads it from the disk', async () => {
    const data = copyOf(whole)
    await serving(data, async ({ report, get }) => {
      expect(await get('auditor', '/api/v1/assessments/a1')).toMatchObject({ status: 200 })
      turn(join(data, 'ledger.sqlite'), 'a1-finding', 'a1-finDing')
      const checked = await runHere(['check', '--data', data])
      expect(checked).toMatchObject({ code: 1, output: expect.stringContaining('ledger.sqlite') })
      expect(await report('a2', 'f-new')).toMatchObject({ status: 200 })
    })
    await serving(data, async ({ get }) => {
      expect(await get('auditor', '/api/v1/assessments/a1')).toMatchObject({ code: 'store-corrupted' })
      expect(await get('auditor', '/api/v1/assessments/a2')).toMatchObject({ status: 200 })
    })
  })
})

function filesIn(path: string, bytes: number): string[] {
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).length === bytes && !file.includes('uploads'))
}
