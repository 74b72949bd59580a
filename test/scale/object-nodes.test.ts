import { expect, test } from 'vitest'
import { setClock } from '../../src/adapters/clock/set-clock.ts'
import { inMemory } from '../../src/adapters/objects/object-bucket.ts'
import { objectEvidence } from '../../src/adapters/objects/object-evidence.ts'
import { sqlReservedEvidence } from '../../src/adapters/objects/sql-reserved-evidence.ts'
import { UPLOAD_MIGRATIONS } from '../../src/adapters/objects/upload-migrations.ts'
import { evidenceRoom } from '../../src/app/evidence/evidence-room.ts'
import { USUAL_EVIDENCE_LIMITS } from '../../src/app/ports/evidence-kind.ts'
import { NO_QUOTAS } from '../../src/app/ports/quotas.ts'
import { id, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { accepted } from '../../src/core/kernel/outcome.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { contentOf, declarationOf, pieces, pngOf, put, sha256, uploadId } from '../conformance/evidence-samples.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { openedObjects } from './opened-objects.ts'
import { openedPostgres } from './opened-postgres.ts'

const { newBucket, node } = openedObjects()
const { newSchema, open } = openedPostgres()
const tenant = id<TenantId>('east')
const ROUNDS = 4

/** Nodes that share a bucket and a schema, each with connections of its own. */
async function nodes(count: number) {
  const [options, schema] = [await newBucket(), newSchema()]
  return Promise.all(
    Array.from({ length: count }, async () => {
      const database = valueOf(await (await open(schema)).store('uploads', UPLOAD_MIGRATIONS))
      const parts = node(options, database, 'evidence')
      return { ...parts, store: objectEvidence(parts, USUAL_EVIDENCE_LIMITS), reserved: sqlReservedEvidence(database) }
    }),
  )
}

test('of two nodes that write behind the same offset one wins, and the other is told where the upload stands', async () => {
  const both = await nodes(2)
  for (let round = 0; round < ROUNDS; round++) {
    const upload = uploadId(`upload-${round}`)
    const photo = pngOf(`photo ${round}`)
    // Both send what a client would send: the same file, cut at different places.
    const begun = await Promise.all(both.map(({ store }) => store.begin(tenant, upload, declarationOf(photo))))
    expect(begun.map(({ ok }) => ok)).toEqual([true, true])
    const lengths = [photo.length - 3, photo.length - 5]
    const answers = await Promise.all(
      both.map(({ store }, n) => store.append(tenant, upload, 0, pieces(photo.subarray(0, lengths[n])))),
    )
    const winner = answers.findIndex(({ ok }) => ok)
    const offset = lengths[winner]
    expect(answers[winner]).toMatchObject({ ok: true, value: { offset } })
    expect(answers[1 - winner]).toMatchObject({
      ok: false,
      refusal: { fault: { code: 'upload-offset-wrong', offset } },
    })
    const [first, second] = both
    await first?.store.append(tenant, upload, offset ?? 0, pieces(photo.subarray(offset)))
    const ends = await Promise.all(both.map(({ store }) => store.finish(tenant, upload)))
    for (const end of ends) expect(end).toMatchObject({ ok: true, value: { digest: sha256(photo) } })
    expect(second && (await contentOf(second.store, tenant, sha256(photo)))).toEqual(photo)
  }
  expect((await both[0]?.bucket.list('east/evidence/uploads/', null, 10))?.objects).toEqual([])
  const listed = await both[1]?.store.list(tenant, null, 100)
  expect(listed?.ok && listed.value.length).toBe(ROUNDS)
})

test('files that two nodes seal at once hold to a quota to the byte', async () => {
  const both = await nodes(2)
  const photos = Array.from({ length: 8 }, (_, at) => pngOf(`photo ${at}`))
  const bytes = photos[0]?.length ?? 0
  const people = { quotas: async () => accepted({ ...NO_QUOTAS, evidenceBytes: 3 * bytes + 1 }) }
  const clock = setClock(timestamp('2021-10-25T09:30:00+08:00'))
  const rooms = both.map(({ store, reserved }) => evidenceRoom({ evidence: store, people, reserved, clock }))
  const sealed = await Promise.all(
    photos.map(async (photo, at) => {
      const [node, room] = [both[at % 2], rooms[at % 2]]
      if (node === undefined || room === undefined) throw new Error('no node')
      const upload = uploadId(`upload-${at}`)
      await node.store.begin(tenant, upload, declarationOf(photo))
      await node.store.append(tenant, upload, 0, pieces(photo))
      return room.taking(tenant, upload, photo.length, () => node.store.finish(tenant, upload))
    }),
  )
  expect(sealed.filter(({ ok }) => ok)).toHaveLength(3)
  expect(sealed.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'evidence-quota-full' } })
  for (const room of rooms) expect(await room.held(tenant)).toMatchObject({ value: { bytes: 3 * bytes } })
})

test('of two nodes that begin an upload under one id with different files one wins', async () => {
  const both = await nodes(2)
  for (let round = 0; round < ROUNDS; round++) {
    const upload = uploadId(`upload-${round}`)
    const answers = await Promise.all(
      both.map(({ store }, n) =>
        store.begin(tenant, upload, { ...declarationOf(pngOf('x')), by: id<PersonId>(`p-${n}`) }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ refusal: { code: 'upload-id-taken' } }])
  }
})

test('an upload goes on at another node, which also sees what is sealed', async () => {
  const [first, second] = await nodes(2)
  if (!first || !second) throw new Error('two nodes')
  const upload = uploadId('upload-1')
  const photo = pngOf('a photo')
  await first.store.begin(tenant, upload, declarationOf(photo))
  await first.store.append(tenant, upload, 0, pieces(photo.subarray(0, 10)))
  expect(await second.store.status(tenant, upload)).toMatchObject({ value: { offset: 10, file: null } })
  await second.store.append(tenant, upload, 10, pieces(photo.subarray(10)))
  expect(await first.store.finish(tenant, upload)).toMatchObject({ ok: true })
  expect(await second.store.status(tenant, upload)).toMatchObject({ value: { file: { digest: sha256(photo) } } })
  expect(await second.store.append(tenant, upload, photo.length, pieces())).toMatchObject({
    refusal: { code: 'upload-finished' },
  })
})

test('a part of a node that was killed before it counted is never read, and swept', async () => {
  const [first] = await nodes(1)
  if (!first) throw new Error('a node')
  const upload = uploadId('upload-1')
  const photo = pngOf('a photo')
  await put(first.store, tenant, upload, photo)
  const [part] = (await first.bucket.list('east/evidence/uploads/', null, 10)).objects
  const stray = `${part?.key.replace(/\.[^.]+$/, '')}.stray`
  await first.bucket.put(stray, inMemory(Buffer.from('half a photo')))
  expect(await first.store.finish(tenant, upload)).toMatchObject({ ok: true, value: { digest: sha256(photo) } })
  const lying = async () => (await first.bucket.list('east/evidence/uploads/', null, 10)).objects.map(({ key }) => key)
  expect(await lying()).toEqual([stray])
  await first.store.sweep(tenant, timestamp('2021-01-01T00:00:00+08:00'))
  expect(await lying()).toEqual([stray])
  await first.store.sweep(tenant, timestamp('2090-01-01T00:00:00+08:00'))
  expect(await lying()).toEqual([])
  expect(await first.store.verify(tenant, sha256(photo))).toMatchObject({ ok: true })
})
