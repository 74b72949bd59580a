import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { folderEvidence } from '../../src/adapters/evidence/folder-evidence.ts'
import { USUAL_EVIDENCE_LIMITS } from '../../src/app/ports/evidence-kind.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { addFile, declarationOf, pieces, pngOf, uploadId } from '../conformance/evidence-samples.ts'

const tenant = id<TenantId>('east')
const upload = uploadId('upload-1')
const photo = pngOf('a photo')
const root = await mkdtemp(join(tmpdir(), 'mingheng-closed-'))
const script = join(import.meta.dirname, 'full-disk-writer.ts')

afterAll(() => rm(root, { recursive: true, force: true }))

/** The disk as a tiny file system of its own, where the machine lets a user mount one; 1 MB. */
const TINY_DISK = 'mount -t tmpfs -o size=1m tmpfs "$1" && exec "$2" --import tsx "$3" "$1"'
/** A limit that the kernel sets on what a process may write into one file; works everywhere. 1 MB in blocks of 512 bytes. */
const SHORT_FILES = 'ulimit -f 2048 && exec "$2" --import tsx "$3" "$1"'
const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', root]).status === 0

test.each<[string, string, readonly string[]]>([
  ['a limit on the size of files', 'EFBIG', ['sh', '-c', SHORT_FILES]],
  mayMount
    ? ['a disk of 1 MB', 'ENOSPC', ['unshare', '-rm', 'sh', '-c', TINY_DISK]]
    : ['a limit on the size of files, where nobody may mount a small disk', 'EFBIG', ['sh', '-c', SHORT_FILES]],
])('under %s a full store is named (%s), and what was acknowledged is there', async (_how, detail, command) => {
  const folder = await mkdtemp(join(root, 'full-'))
  const [program, ...words] = [...command, 'sh', folder, process.execPath, script]
  const answer = JSON.parse(execFileSync(program, words, { encoding: 'utf8' })) as Record<string, number>
  expect(answer).toMatchObject({
    refusal: { code: 'store-full', detail },
    again: 'store-full',
    isSmallWhole: true,
    listed: { ok: true, value: [{ kind: 'png' }] },
  })
  expect(answer['acknowledged']).toBeGreaterThan(300_000)
  expect(answer['held']).toBeGreaterThanOrEqual(answer['acknowledged'] ?? Infinity)
})

test('a disk that is full from the start is named, and the upload goes on once there is room', async () => {
  const folder = await mkdtemp(join(root, 'device-'))
  const store = folderEvidence(folder, USUAL_EVIDENCE_LIMITS)
  await store.begin(tenant, upload, declarationOf(photo))
  const part = join(folder, 'east', 'uploads', `${upload}.part`)
  await rm(part)
  await symlink('/dev/full', part)
  const full = { ok: false, refusal: { fault: { code: 'store-full', detail: 'ENOSPC' } } }
  expect(await store.append(tenant, upload, 0, pieces(photo))).toMatchObject(full)
  await rm(part)
  await writeFile(part, '')
  expect(await store.append(tenant, upload, 0, pieces(photo))).toMatchObject({ ok: true })
  expect(await store.finish(tenant, upload)).toMatchObject({ ok: true })
})

test.each<[string, () => Promise<string>]>([
  [
    'below a file',
    async () => {
      await writeFile(join(root, 'file'), 'no folder')
      return join(root, 'file', 'evidence')
    },
  ],
  // Not even root makes folders there: the kernel, or the container around it, refuses.
  ['in a file system that takes none', async () => '/sys/evidence'],
])('a store %s is named as closed and nothing is thrown', async (_where, place) => {
  const store = folderEvidence(await place(), USUAL_EVIDENCE_LIMITS)
  expect(await store.begin(tenant, upload, declarationOf(photo))).toMatchObject({
    ok: false,
    refusal: { code: 'store-read-only' },
  })
})

test('a store that is closed while files are in it goes on being read', async () => {
  const folder = await mkdtemp(join(root, 'later-'))
  const store = folderEvidence(folder, USUAL_EVIDENCE_LIMITS)
  const { digest } = await addFile(store, tenant, 'upload-0', photo)
  await rm(join(folder, 'east', 'uploads'), { recursive: true })
  await writeFile(join(folder, 'east', 'uploads'), 'no folder any more')
  const closed = { ok: false, refusal: { code: 'store-read-only' } }
  expect(await store.begin(tenant, upload, declarationOf(photo))).toMatchObject(closed)
  expect(await store.append(tenant, upload, 0, pieces(photo))).toMatchObject(closed)
  expect(await store.finish(tenant, upload)).toMatchObject(closed)
  expect(await store.verify(tenant, digest)).toMatchObject({ ok: true })
  expect(await store.list(tenant, null, 10)).toMatchObject({ ok: true, value: [{ digest }] })
})
