import { afterAll, beforeAll, expect, test } from 'vitest'
import { inMemory, type ObjectBucket } from '../../src/adapters/objects/object-bucket.ts'
import { objectEvidence } from '../../src/adapters/objects/object-evidence.ts'
import { PART_BYTES } from '../../src/adapters/objects/part-objects.ts'
import { USUAL_EVIDENCE_LIMITS } from '../../src/app/ports/evidence-kind.ts'
import type { EvidenceStore } from '../../src/app/ports/evidence-store.ts'
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
import { makeBucket, startObjectServer, type ObjectServer } from './engines/object-server.ts'
import { openedObjects } from './opened-objects.ts'

const { newBucket, newRegister, node } = openedObjects()
const tenant = id<TenantId>('east')
const upload = uploadId('upload-1')

/** Of this file alone: it is killed. */
let server: ObjectServer
beforeAll(async () => {
  server = await startObjectServer()
})
afterAll(() => server.stop())

const recording = Buffer.concat([pngOf('large'), Buffer.alloc(PART_BYTES + 4 * 1024 * 1024, 7)])

async function* inMegabytes(content: Uint8Array, from: number, at: (sent: number) => Promise<void>) {
  for (let sent = from; sent < content.length; sent += 1024 * 1024) {
    await at(sent)
    yield content.subarray(sent, sent + 1024 * 1024)
  }
}

test('a server that is killed during an upload is named; what counted is held, and the upload goes on from there', async () => {
  const options = await newBucket(server.address)
  const store = objectEvidence(node(options, newRegister(), 'evidence'), USUAL_EVIDENCE_LIMITS)
  await store.begin(tenant, upload, declarationOf(recording))
  const killed = await store.append(
    tenant,
    upload,
    0,
    inMegabytes(recording, 0, async (sent) => (sent === PART_BYTES + 2 * 1024 * 1024 ? server.kill() : undefined)),
  )
  expect(killed).toMatchObject({ ok: false, refusal: { code: 'store-failed' } })
  expect(!killed.ok && killed.refusal.message).toContain(`${options.url}/${options.bucket}`)
  expect(JSON.stringify(killed)).not.toContain(options.secret)
  expect(await store.status(tenant, upload)).toMatchObject({ ok: true, value: { offset: PART_BYTES } })
  expect(await store.list(tenant, null, 10)).toMatchObject({ ok: false, refusal: { code: 'store-failed' } })
  await server.start()
  expect(await store.list(tenant, null, 10)).toEqual({ ok: true, value: [] })
  const rest = pieces(recording.subarray(PART_BYTES))
  expect(await store.append(tenant, upload, PART_BYTES, rest)).toMatchObject({ value: { offset: recording.length } })
  expect(await store.finish(tenant, upload)).toMatchObject({ ok: true, value: { digest: sha256(recording) } })
  expect(await store.verify(tenant, sha256(recording))).toMatchObject({ ok: true })
})

/** Kills the server where a file is being sealed. */
const MOMENTS: readonly (readonly [string, (bucket: ObjectBucket) => ObjectBucket['put']])[] = [
  [
    'while it is written',
    (bucket) => async (key, content) => {
      if (content.body instanceof Uint8Array) throw new Error('a file is sent as it is read')
      const kills: Promise<void>[] = []
      content.body.once('data', () => kills.push(server.kill()))
      content.body.pause()
      try {
        await bucket.put(key, content)
      } finally {
        await Promise.all(kills)
      }
    },
  ],
  [
    'behind it, before anybody knows',
    (bucket) => async (key, content) => {
      await bucket.put(key, content)
      await server.kill()
    },
  ],
]

test.each(MOMENTS)(
  'a server that is killed %s leaves nothing half, and the end comes when asked again',
  async (_when, putting) => {
    const parts = node(await newBucket(server.address), newRegister(), 'evidence')
    const { bucket } = parts
    let isArmed = true
    const putAndKill = putting(bucket)
    const armed: ObjectBucket = {
      ...bucket,
      put: async (key, content) => {
        const isSealing = isArmed && key.includes('/blobs/')
        if (isSealing) isArmed = false
        await (isSealing ? putAndKill : bucket.put)(key, content)
      },
    }
    const store = objectEvidence({ ...parts, bucket: armed }, USUAL_EVIDENCE_LIMITS)
    await put(store, tenant, upload, recording)
    expect(await store.finish(tenant, upload)).toMatchObject({ ok: false, refusal: { code: 'store-failed' } })
    expect(isArmed).toBe(false)
    await server.start()
    for (const { digest } of await listed(store)) expect(await store.verify(tenant, digest)).toMatchObject({ ok: true })
    const file = { digest: sha256(recording), bytes: recording.length, kind: 'png' }
    expect(await store.finish(tenant, upload)).toEqual({ ok: true, value: file })
    expect(await store.finish(tenant, upload)).toEqual({ ok: true, value: file })
    expect(await listed(store)).toEqual([file])
    expect(await store.verify(tenant, file.digest)).toMatchObject({ ok: true })
    await store.sweep(tenant, timestamp('2090-01-01T00:00:00+08:00'))
    expect((await bucket.list('east/evidence/', null, 10)).objects.map(({ key }) => key.split('/')[2])).toEqual([
      'blobs',
      'bringers',
    ])
  },
)

test.each<[string, Record<string, string>, string]>([
  ['a wrong key', { secret: 'another-secret' }, 'store-read-only'],
  ['an unknown key', { keyId: 'office:nobody' }, 'store-read-only'],
  ['no such bucket', { bucket: 'nowhere' }, 'store-failed'],
])('with %s the store says so, naming server and bucket and no key', async (_what, change, code) => {
  const options = { ...(await newBucket(server.address)), ...change }
  const store = objectEvidence(node(options, newRegister(), 'evidence'), USUAL_EVIDENCE_LIMITS)
  await store.begin(tenant, upload, declarationOf(pngOf('x')))
  for (const answer of [
    await store.append(tenant, upload, 0, pieces(pngOf('x'))),
    await store.list(tenant, null, 1),
    await store.stat(tenant, sha256(pngOf('x'))),
  ]) {
    expect(answer).toMatchObject({ ok: false, refusal: { code } })
    expect(!answer.ok && answer.refusal.message).toContain(`${options.url}/${options.bucket}`)
    expect(JSON.stringify(answer)).not.toContain(options.secret)
  }
})

test('a bucket that is full is named, and the upload goes on once there is room', async () => {
  const options = await newBucket(server.address)
  const store = objectEvidence(node(options, newRegister(), 'evidence'), USUAL_EVIDENCE_LIMITS)
  const photo = pngOf('a photo')
  await store.begin(tenant, upload, declarationOf(photo))
  await makeBucket(server.address, options.bucket, 10)
  const full = await store.append(tenant, upload, 0, pieces(photo))
  expect(full).toMatchObject({ ok: false, refusal: { code: 'store-full' } })
  expect(!full.ok && full.refusal.message).toContain(`${options.url}/${options.bucket}`)
  await makeBucket(server.address, options.bucket)
  expect(await store.append(tenant, upload, 0, pieces(photo))).toMatchObject({ ok: true })
  expect(await store.finish(tenant, upload)).toMatchObject({ ok: true })
})

test('a sealed object that somebody changed is found and named, and healed by bringing it once more', async () => {
  const { bucket, ...parts } = node(await newBucket(server.address), newRegister(), 'evidence')
  const store = objectEvidence({ ...parts, bucket }, USUAL_EVIDENCE_LIMITS)
  const [photo, other] = [pngOf('the photo'), pngOf('another')]
  const { digest } = await addFile(store, tenant, 'upload-a', photo)
  const untouched = await addFile(store, tenant, 'upload-b', other)
  const key = `east/evidence/blobs/${digest.slice(0, 2)}/${digest}.png`
  const spoiled = Buffer.from('spoiled')
  await bucket.put(key, inMemory(spoiled))
  expect(await store.verify(tenant, digest)).toMatchObject({
    refusal: { fault: { code: 'evidence-corrupted', digest, found: sha256(spoiled) } },
  })
  expect(await store.verify(tenant, untouched.digest)).toMatchObject({ ok: true })
  await addFile(store, tenant, 'upload-c', photo)
  expect(await contentOf(store, tenant, digest)).toEqual(photo)
})

async function listed(store: EvidenceStore) {
  const files = await store.list(tenant, null, 10)
  if (!files.ok) throw new Error(files.refusal.message)
  return files.value
}
