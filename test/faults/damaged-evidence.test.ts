import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { folderEvidence } from '../../src/adapters/evidence/folder-evidence.ts'
import { createUpload, readEnd, writeEnd } from '../../src/adapters/evidence/upload-files.ts'
import { USUAL_EVIDENCE_LIMITS } from '../../src/app/ports/evidence-kind.ts'
import type { EvidenceFile, EvidenceStore } from '../../src/app/ports/evidence-store.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import {
  addFile,
  contentOf,
  declarationOf,
  pieces,
  pngOf,
  put,
  sha256,
  uploadId,
} from '../conformance/evidence-samples.ts'

const tenant = id<TenantId>('east')
const upload = uploadId('upload-1')
const LATE = timestamp('2030-01-01T00:00:00+08:00')
const root = await mkdtemp(join(tmpdir(), 'mingheng-damaged-'))
let folder: string
let store: EvidenceStore

beforeEach(async () => {
  folder = await mkdtemp(join(root, 'store-'))
  store = folderEvidence(folder, USUAL_EVIDENCE_LIMITS)
})
afterAll(() => rm(root, { recursive: true, force: true }))

test('a flipped byte at any place of a file is found and named, and the others read as before', async () => {
  const [photo, other] = [pngOf('the photo'), pngOf('another')]
  const { digest } = await addFile(store, tenant, 'upload-a', photo)
  const untouched = await addFile(store, tenant, 'upload-b', other)
  const path = pathOf({ digest })
  await chmod(path, 0o640)
  for (let at = 0; at < photo.length; at++) {
    const spoiled = Uint8Array.from(photo)
    spoiled[at] = (spoiled[at] ?? 0) ^ (1 << (at % 8))
    await writeFile(path, spoiled)
    const fault = { code: 'evidence-corrupted', digest, found: sha256(spoiled), bytes: photo.length }
    const answer = await store.verify(tenant, digest)
    expect(answer).toMatchObject({ ok: false, refusal: { fault } })
    expect(!answer.ok && answer.refusal.message).toContain(digest)
    expect(await store.verify(tenant, untouched.digest)).toMatchObject({ ok: true })
  }
  expect(await contentOf(store, tenant, untouched.digest)).toEqual(other)
})

test.each<[string, (content: Uint8Array) => Uint8Array]>([
  ['cut by a byte', (content) => content.subarray(0, -1)],
  ['emptied', () => new Uint8Array(0)],
  ['longer by a byte', (content) => Buffer.concat([content, Buffer.alloc(1)])],
])('a file %s is found and named', async (_how, change) => {
  const photo = pngOf('the photo')
  const { digest } = await addFile(store, tenant, 'upload-a', photo)
  await chmod(pathOf({ digest }), 0o640)
  await writeFile(pathOf({ digest }), change(photo))
  expect(await store.verify(tenant, digest)).toMatchObject({ ok: false, refusal: { code: 'evidence-corrupted' } })
})

test('a file that loses its end while it is read breaks off, and is not passed off as whole', async () => {
  const photo = Buffer.concat([pngOf('large'), Buffer.alloc(600_000, 1)])
  const { digest } = await addFile(store, tenant, 'upload-a', photo)
  const opened = await store.open(tenant, digest, null)
  if (!opened.ok) throw new Error(opened.refusal.code)
  await chmod(pathOf({ digest }), 0o640)
  await writeFile(pathOf({ digest }), photo.subarray(0, 100_000))
  const read = async () => {
    for await (const piece of opened.value.content) expect(piece.length).toBeGreaterThan(0)
  }
  await expect(read()).rejects.toThrow('early')
})

test('a spoiled file is healed by bringing it once more', async () => {
  const photo = pngOf('the photo')
  const { digest } = await addFile(store, tenant, 'upload-a', photo)
  await chmod(pathOf({ digest }), 0o640)
  await writeFile(pathOf({ digest }), 'spoiled')
  await addFile(store, tenant, 'upload-b', photo)
  expect(await store.verify(tenant, digest)).toMatchObject({ ok: true })
  expect(await store.list(tenant, null, 10)).toMatchObject({ ok: true, value: [{ digest }] })
})

test('a sealed file cannot be written to by its own program, and nothing but it remains after a sweep', async () => {
  const { digest } = await addFile(store, tenant, 'upload-a', pngOf('the photo'))
  expect((await stat(pathOf({ digest }))).mode & 0o777).toBe(0o440)
  await store.sweep(tenant, LATE)
  expect(await readdir(join(folder, 'east', 'uploads'))).toEqual([])
})

test('what is no sealed file among them is not seen', async () => {
  const file = await addFile(store, tenant, 'upload-a', pngOf('the photo'))
  const blobs = join(folder, 'east', 'blobs')
  await writeFile(join(blobs, 'README'), 'x')
  for (const name of ['x.png', `${file.digest}.exe`, `${file.digest}.png.tmp`, `${file.digest.toUpperCase()}.png`])
    await writeFile(join(blobs, file.digest.slice(0, 2), name), 'x')
  expect(await store.list(tenant, null, 10)).toEqual({ ok: true, value: [file] })
  expect(await store.stat(tenant, file.digest)).toEqual({ ok: true, value: file })
})

test('killed after the end was written and before the file was moved, it is sealed by finishing again', async () => {
  const photo = pngOf('the photo')
  const file: EvidenceFile = { digest: sha256(photo), bytes: photo.length, kind: 'png' }
  await put(store, tenant, upload, photo)
  await writeEnd(join(folder, 'east', 'uploads'), upload, { kind: 'sealed', file })
  const reopened = folderEvidence(folder, USUAL_EVIDENCE_LIMITS)
  expect(await reopened.status(tenant, upload)).toMatchObject({ ok: true, value: { file: null } })
  expect(await reopened.stat(tenant, file.digest)).toMatchObject({ refusal: { code: 'evidence-missing' } })
  expect(await reopened.append(tenant, upload, photo.length, pieces())).toMatchObject({
    refusal: { code: 'upload-finished' },
  })
  expect(await reopened.finish(tenant, upload)).toEqual({ ok: true, value: file })
  expect(await reopened.finish(tenant, upload)).toEqual({ ok: true, value: file })
})

test('killed while beginning, the upload is unknown, can begin, and its remains are swept', async () => {
  const uploads = join(folder, 'east', 'uploads')
  await createUpload(uploads, upload, declarationOf(pngOf('x')))
  await rename(join(uploads, `${upload}.declared.json`), join(uploads, `${upload}.declared.json.tmp`))
  expect(await store.status(tenant, upload)).toMatchObject({ refusal: { code: 'upload-unknown' } })
  expect(await store.sweep(tenant, LATE)).toEqual({ ok: true, value: 1 })
  expect(await readdir(uploads)).toEqual([])
  expect(await addFile(store, tenant, upload, pngOf('x'))).toMatchObject({ kind: 'png' })
})

test('a spoiled record of an upload is as good as none, and does no harm', async () => {
  const uploads = join(folder, 'east', 'uploads')
  await put(store, tenant, upload, pngOf('x'))
  const path = join(uploads, `${upload}.declared.json`)
  const record = await readFile(path, 'utf8')
  for (const spoiled of ['', '{', 'null', '[]', record.slice(0, -5), record.replace('bytes', 'bites')]) {
    await writeFile(path, spoiled)
    expect(await store.finish(tenant, upload)).toMatchObject({ refusal: { code: 'upload-unknown' } })
  }
  await writeFile(path, record)
  for (const spoiled of [
    '',
    '{',
    '{"kind":"sealed"}',
    '{"kind":"refused"}',
    '{"kind":"refused","fault":{"code":"x"}}',
  ]) {
    await writeFile(join(uploads, `${upload}.end.json`), spoiled)
    expect(await readEnd(uploads, upload)).toBeNull()
  }
  expect(await store.finish(tenant, upload)).toMatchObject({ ok: true })
})

function pathOf({ digest }: Pick<EvidenceFile, 'digest'>): string {
  return join(folder, 'east', 'blobs', digest.slice(0, 2), `${digest}.png`)
}
