import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { parseUploadId, type UploadDeclaration, type UploadId } from '../../app/ports/evidence-store.ts'
import type { RecordUploadOutcome } from '../../app/ports/record-uploads.ts'
import { folderRecordUploads } from './folder-record-uploads.ts'

const root = mkdtempSync(join(tmpdir(), 'mingheng-record-uploads-'))
afterAll(() => rmSync(root, { recursive: true }))

const d1 = id<never>('d1')
const CONTENT = Buffer.from('办件编号,中心\nA1,东街道\n')
const DIGEST = createHash('sha256').update(CONTENT).digest('hex')
const fileId = (text: string) => parseUploadId(text) as UploadId
const one = fileId('file-one')
const declared: UploadDeclaration = {
  by: id('p1'),
  name: '办件.csv',
  bytes: CONTENT.length,
  digest: null,
  begunAt: timestamp('2021-03-01T09:00:00+08:00'),
}

let folders = 0
function opened() {
  const folder = join(root, String((folders += 1)))
  const open = () => folderRecordUploads(folder, { fileBytes: 1_000, perPerson: 2 })
  return { files: open(), again: open, uploads: join(folder, 'd1', 'uploads') }
}

async function* pieces(...parts: readonly Uint8Array[]) {
  yield* parts
}

function told(outcome: RecordUploadOutcome<unknown>): unknown {
  return outcome.ok ? outcome.value : outcome.refusal.code
}

async function arrived(files: ReturnType<typeof opened>['files'], as = one) {
  await files.begin(d1, as, declared)
  await files.append(d1, as, 0, pieces(CONTENT))
  return files.finish(d1, as)
}

describe('a record file', () => {
  test('that broke off goes on where it stood, also in another process, and lies where it says', async () => {
    const { files, again } = opened()
    expect(told(await files.begin(d1, one, declared))).toEqual({ declared, offset: 0, digest: null })
    await files.append(d1, one, 0, pieces(CONTENT.subarray(0, 5)))
    expect(told(await files.locate(d1, one))).toBe('upload-incomplete')
    expect(told(await files.finish(d1, one))).toBe('upload-incomplete')
    const next = again()
    expect(told(await next.begin(d1, one, declared))).toEqual({ declared, offset: 5, digest: null })
    expect(told(await next.append(d1, one, 4, pieces(CONTENT)))).toBe('upload-offset-wrong')
    await next.append(d1, one, 5, pieces(CONTENT.subarray(5)))
    const whole = { declared, offset: CONTENT.length, digest: DIGEST }
    expect(told(await next.finish(d1, one))).toEqual(whole)
    for (const other of [next, again()]) {
      expect(told(await other.finish(d1, one))).toEqual(whole)
      expect(told(await other.begin(d1, one, declared))).toEqual(whole)
      expect(told(await other.begin(d1, one, { ...declared, name: 'b.csv' }))).toBe('upload-id-taken')
      expect(told(await other.append(d1, one, CONTENT.length, pieces(CONTENT)))).toBe('upload-finished')
      const located = await other.locate(d1, one)
      expect(located.ok && located.value.fileName).toBe('办件.csv')
      expect(located.ok && readFileSync(located.value.path)).toEqual(CONTENT)
    }
  })

  test.each<[given: string, differs: Partial<UploadDeclaration>, code: string]>([
    ['larger than the limit', { bytes: 1_001 }, 'file-too-large'],
    ['empty', { bytes: 0 }, 'evidence-empty'],
    ['named by a line break', { name: 'a\nb.csv' }, 'upload-declaration-wrong'],
  ])('%s is refused before anything is sent', async (_given, differs, code) => {
    const { files } = opened()
    expect(told(await files.begin(d1, one, { ...declared, ...differs }))).toBe(code)
    expect(told(await files.status(d1, one))).toBe('upload-unknown')
  })

  test('that is not what was declared is gone', async () => {
    const { files, uploads } = opened()
    await files.begin(d1, one, { ...declared, digest: 'f'.repeat(64) as never })
    await files.append(d1, one, 0, pieces(CONTENT))
    expect(told(await files.finish(d1, one))).toBe('upload-digest-differs')
    expect(readdirSync(uploads)).toEqual([])
  })

  test('of another district or under an id that begins alike is not seen', async () => {
    const { files } = opened()
    await arrived(files)
    expect(told(await files.status(id<never>('d2'), one))).toBe('upload-unknown')
    expect(told(await files.locate(d1, fileId('file-on1')))).toBe('upload-unknown')
    expect(told(await files.begin(d1, fileId('file-one2'), declared))).toMatchObject({ digest: null })
  })

  test('counts for its person until it is removed', async () => {
    const { files, uploads } = opened()
    await arrived(files)
    await files.begin(d1, fileId('file-two'), declared)
    expect(told(await files.begin(d1, fileId('file-three'), declared))).toBe('uploads-too-many')
    await files.remove(d1, one)
    await files.remove(d1, one)
    expect(told(await files.begin(d1, fileId('file-three'), declared))).toMatchObject({ offset: 0 })
    expect(readdirSync(uploads).filter((name) => name.startsWith('file-one'))).toEqual([])
  })

  test('is swept once it is old, unless it is in use', async () => {
    const { files, uploads } = opened()
    await arrived(files)
    await arrived(files, fileId('file-two'))
    writeFileSync(join(uploads, 'half-begun.part'), 'x')
    const at = (time: string, inUse = '') => files.sweep(d1, timestamp(time), (id) => id === inUse)
    expect(told(await at('2021-03-01T09:00:00+08:00'))).toBe(1)
    expect(told(await at('2021-03-04T09:00:00+08:00', 'file-two'))).toBe(1)
    expect(told(await files.status(d1, one))).toBe('upload-unknown')
    expect(told(await files.status(d1, fileId('file-two')))).toMatchObject({ digest: DIGEST })
    expect(told(await at('2021-03-04T09:00:00+08:00'))).toBe(1)
    expect(readdirSync(uploads)).toEqual([])
  })
})
