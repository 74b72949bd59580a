import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseUploadId, type UploadDeclaration, type UploadId } from '../../src/app/ports/evidence-store.ts'
import type { RecordUploadOutcome, RecordUploads } from '../../src/app/ports/record-uploads.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { pieces } from './evidence-samples.ts'

export interface OpenedRecordUploads {
  readonly files: RecordUploads
  /** The same files opened anew, as by another process. */
  readonly again: () => RecordUploads
  /** Everything that lies in the place, by name. */
  readonly lying: () => Promise<readonly string[]>
}

export const RECORD_LIMITS = { fileBytes: 1_000, perPerson: 2 }

const d1 = id<TenantId>('d1')
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

/** What every place for record files does. `make` gives an empty one with `RECORD_LIMITS`. */
export function recordUploadsConformance(make: () => Promise<OpenedRecordUploads>): void {
  test('a record file that broke off goes on where it stood, also in another process, and lies where it says', async () => {
    const { files, again } = await make()
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
      for (const located of [await other.locate(d1, one), await other.locate(d1, one)]) {
        expect(located.ok && located.value.fileName).toBe('办件.csv')
        expect(located.ok && readFileSync(located.value.path)).toEqual(CONTENT)
      }
    }
  })

  test.each<[given: string, differs: Partial<UploadDeclaration>, code: string]>([
    ['larger than the limit', { bytes: 1_001 }, 'file-too-large'],
    ['empty', { bytes: 0 }, 'evidence-empty'],
    ['named by a line break', { name: 'a\nb.csv' }, 'upload-declaration-wrong'],
  ])('a record file %s is refused before anything is sent', async (_given, differs, code) => {
    const { files } = await make()
    expect(told(await files.begin(d1, one, { ...declared, ...differs }))).toBe(code)
    expect(told(await files.status(d1, one))).toBe('upload-unknown')
  })

  test('a record file that is not what was declared is gone', async () => {
    const { files, lying } = await make()
    await files.begin(d1, one, { ...declared, digest: 'f'.repeat(64) as never })
    await files.append(d1, one, 0, pieces(CONTENT))
    expect(told(await files.finish(d1, one))).toBe('upload-digest-differs')
    expect(told(await files.status(d1, one))).toBe('upload-unknown')
    expect(await lying()).toEqual([])
  })

  test('a record file of another district or under an id that begins alike is not seen', async () => {
    const { files } = await make()
    await arrived(files)
    expect(told(await files.status(id<TenantId>('d2'), one))).toBe('upload-unknown')
    expect(told(await files.locate(d1, fileId('file-on1')))).toBe('upload-unknown')
    expect(told(await files.begin(d1, fileId('file-one2'), declared))).toMatchObject({ digest: null })
  })

  test('a record file counts for its person until it is removed', async () => {
    const { files, lying } = await make()
    await arrived(files)
    await files.begin(d1, fileId('file-two'), declared)
    expect(told(await files.begin(d1, fileId('file-three'), declared))).toBe('uploads-too-many')
    await files.remove(d1, one)
    await files.remove(d1, one)
    expect(told(await files.begin(d1, fileId('file-three'), declared))).toMatchObject({ offset: 0 })
    expect((await lying()).filter((name) => name.includes('file-one'))).toEqual([])
  })

  test('a record file is swept once it is old, unless it is in use', async () => {
    const { files, lying } = await make()
    await arrived(files)
    await arrived(files, fileId('file-two'))
    const at = (time: string, inUse = '') => files.sweep(d1, timestamp(time), (file) => file === inUse)
    const due = async (time: string) => told(await files.dueTenants([d1, id('d2')], timestamp(time)))
    expect(told(await at('2021-03-01T09:00:00+08:00'))).toBe(0)
    expect(await due('2021-03-04T09:00:00+08:00')).toEqual([d1])
    expect(told(await at('2021-03-04T09:00:00+08:00', 'file-two'))).toBe(1)
    expect(told(await files.status(d1, one))).toBe('upload-unknown')
    expect(told(await files.status(d1, fileId('file-two')))).toMatchObject({ digest: DIGEST })
    expect(told(await at('2021-03-04T09:00:00+08:00'))).toBe(1)
    expect(await due('2021-03-04T09:00:00+08:00')).toEqual([])
    expect(await lying()).toEqual([])
  })
}

function told(outcome: RecordUploadOutcome<unknown>): unknown {
  return outcome.ok ? outcome.value : outcome.refusal.code
}

async function arrived(files: RecordUploads, as = one) {
  await files.begin(d1, as, declared)
  await files.append(d1, as, 0, pieces(CONTENT))
  return files.finish(d1, as)
}
