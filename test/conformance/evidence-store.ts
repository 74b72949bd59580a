import { expect, test } from 'vitest'
import { USUAL_EVIDENCE_LIMITS, type EvidenceLimits } from '../../src/app/ports/evidence-kind.ts'
import type { EvidenceStore, UploadDeclaration } from '../../src/app/ports/evidence-store.ts'
import { id, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { timestamp, type Timestamp } from '../../src/core/kernel/timestamp.ts'
import type { Digest } from '../../src/core/ledger/chain.ts'
import { compoundOf, officeOf, sampleEntry } from './archive-samples.ts'
import {
  addFile,
  breakingOff,
  declarationOf,
  collect,
  contentOf,
  pieces,
  pngOf,
  put,
  sha256,
  uploadId,
} from './evidence-samples.ts'

const SMALL: EvidenceLimits = { ...USUAL_EVIDENCE_LIMITS, fileBytes: 4096, recordingBytes: 8192, unfinished: 10 }
const here = id<TenantId>('east')
const there = id<TenantId>('west')
const OLD = timestamp('2021-10-25T09:30:00+08:00')
const LATER = timestamp('2021-10-26T09:30:00+08:00')

/** What every evidence store does. `make` gives an empty one with the limits. */
export function evidenceStoreConformance(make: (limits: EvidenceLimits) => Promise<EvidenceStore>): void {
  const upload = uploadId('0001-upload')
  const photo = pngOf('a photo')

  test('an upload in pieces becomes a file that is known by its SHA-256', async () => {
    const store = await make(SMALL)
    expect(await store.begin(here, upload, declarationOf(photo))).toMatchObject({
      ok: true,
      value: { offset: 0, file: null },
    })
    expect(await store.append(here, upload, 0, pieces(photo.subarray(0, 7), photo.subarray(7, 20)))).toMatchObject({
      value: { offset: 20 },
    })
    expect(await store.append(here, upload, 20, pieces(photo.subarray(20)))).toMatchObject({ ok: true })
    const file = { digest: sha256(photo), bytes: photo.length, kind: 'png' }
    expect(await store.finish(here, upload)).toEqual({ ok: true, value: file })
    expect(await store.status(here, upload)).toMatchObject({ value: { offset: photo.length, file } })
    expect(await store.stat(here, sha256(photo))).toEqual({ ok: true, value: file })
    expect(await store.verify(here, sha256(photo))).toEqual({ ok: true, value: file })
    expect(await contentOf(store, here, sha256(photo))).toEqual(photo)
  })

  test('begun again with the same declaration it goes on, with another it is refused', async () => {
    const store = await make(SMALL)
    await store.begin(here, upload, declarationOf(photo))
    await store.append(here, upload, 0, pieces(photo.subarray(0, 9)))
    const again = await store.begin(here, upload, { ...declarationOf(photo), begunAt: LATER })
    expect(again).toMatchObject({ ok: true, value: { offset: 9, declared: { begunAt: OLD } } })
    expect(await store.begin(here, upload, { ...declarationOf(photo), name: 'other.png' })).toMatchObject(
      refusal('upload-id-taken'),
    )
    expect(await store.begin(here, upload, { ...declarationOf(photo), by: id<PersonId>('p-2') })).toMatchObject(
      refusal('upload-id-taken'),
    )
  })

  test('an upload that broke off keeps what arrived and goes on from there', async () => {
    const store = await make(SMALL)
    await store.begin(here, upload, declarationOf(photo))
    const broken = await store.append(here, upload, 0, breakingOff(photo.subarray(0, 11)))
    expect(broken).toMatchObject({ ok: false, refusal: { fault: { code: 'upload-broke-off', offset: 11 } } })
    expect(await store.finish(here, upload)).toMatchObject(refusal('upload-incomplete'))
    const wrong = { ok: false, refusal: { fault: { code: 'upload-offset-wrong', offset: 11 } } }
    expect(await store.append(here, upload, 0, pieces(photo))).toMatchObject(wrong)
    expect(await store.append(here, upload, 12, pieces(photo.subarray(12)))).toMatchObject(wrong)
    await store.append(here, upload, 11, pieces(photo.subarray(11)))
    expect(await store.finish(here, upload)).toMatchObject({ ok: true, value: { digest: sha256(photo) } })
  })

  test('while one piece is coming in, another one and the end are told to wait', async () => {
    const store = await make(SMALL)
    await store.begin(here, upload, declarationOf(photo))
    const gate = resolvers()
    const started = resolvers()
    const slow = (async function* () {
      yield photo.subarray(0, 5)
      started.resolve()
      await gate.promise
      yield photo.subarray(5)
    })()
    const first = store.append(here, upload, 0, slow)
    await started.promise
    expect(await store.append(here, upload, 5, pieces(photo.subarray(5)))).toMatchObject(refusal('upload-busy'))
    expect(await store.finish(here, upload)).toMatchObject(refusal('upload-busy'))
    gate.resolve()
    expect(await first).toMatchObject({ ok: true, value: { offset: photo.length } })
    expect(await store.finish(here, upload)).toMatchObject({ ok: true })
  })

  test('finished twice, one after the other or at once, it answers the same and takes nothing more', async () => {
    const store = await make(SMALL)
    await put(store, here, upload, photo)
    const [one, two] = await Promise.all([store.finish(here, upload), store.finish(here, upload)])
    expect(one).toMatchObject({ ok: true, value: { digest: sha256(photo) } })
    expect(two).toEqual(one)
    expect(await store.finish(here, upload)).toEqual(one)
    expect(await store.append(here, upload, photo.length, pieces(photo))).toMatchObject(refusal('upload-finished'))
    expect(await store.begin(here, upload, declarationOf(photo))).toMatchObject({
      value: { file: { digest: sha256(photo) } },
    })
  })

  test('eight uploads at once all arrive, and a file that several of them bring is kept once', async () => {
    const store = await make(SMALL)
    const contents = [photo, photo, photo, ...[1, 2, 3, 4, 5].map((n) => pngOf(`photo ${n}`))]
    const files = await Promise.all(contents.map((content, n) => addFile(store, here, `upload-${n}-x`, content)))
    expect(files.map(({ digest }) => digest)).toEqual(contents.map(sha256))
    const listed = await store.list(here, null, 100)
    expect(listed.ok && listed.value.map(({ digest }) => digest)).toEqual([...new Set(contents.map(sha256))].toSorted())
  })

  test('files are listed in pages, in order', async () => {
    const store = await make(SMALL)
    const digests: Digest[] = []
    for (let n = 0; n < 9; n++) digests.push((await addFile(store, here, `upload-${n}-x`, pngOf(`n ${n}`))).digest)
    const read: Digest[] = []
    for (let after: Digest | null = null; ;) {
      const page = await store.list(here, after, 4)
      if (!page.ok || page.value.length === 0) break
      read.push(...page.value.map(({ digest }) => digest))
      after = read.at(-1) ?? null
    }
    expect(read).toEqual(digests.toSorted())
  })

  test('nothing crosses from one tenant to another', async () => {
    const store = await make(SMALL)
    const { digest } = await addFile(store, here, upload, photo)
    expect(await store.stat(there, digest)).toMatchObject(refusal('evidence-missing'))
    expect(await store.open(there, digest, null)).toMatchObject(refusal('evidence-missing'))
    expect(await store.verify(there, digest)).toMatchObject(refusal('evidence-missing'))
    expect(await store.status(there, upload)).toMatchObject(refusal('upload-unknown'))
    expect(await store.append(there, upload, 0, pieces(photo))).toMatchObject(refusal('upload-unknown'))
    expect(await store.finish(there, upload)).toMatchObject(refusal('upload-unknown'))
    expect(await store.list(there, null, 10)).toEqual({ ok: true, value: [] })
    expect(await store.sweep(there, LATER)).toEqual({ ok: true, value: 0 })
  })

  test.each(['..', '../east', 'east/../west', '/etc', 'EAST', '东区', '.', 'a'.repeat(200)])(
    'a tenant called %j has its own evidence and reaches no other',
    async (name) => {
      const store = await make(SMALL)
      await addFile(store, here, uploadId('0002-upload'), pngOf('of the east'))
      const strange = id<TenantId>(name)
      const { digest } = await addFile(store, strange, upload, photo)
      expect(await contentOf(store, strange, digest)).toEqual(photo)
      expect(await store.list(strange, null, 10)).toMatchObject({ value: [{ digest }] })
      expect(await store.list(here, null, 10)).toMatchObject({ value: [{ digest: sha256(pngOf('of the east')) }] })
    },
  )

  test.each<[string, { start: number; end: number }, [number, number] | null]>([
    ['the first bytes', { start: 0, end: 4 }, [0, 4]],
    ['a middle', { start: 3, end: 10 }, [3, 10]],
    ['more than there is', { start: 3, end: 1e9 }, [3, photo.length]],
    ['behind the end', { start: photo.length, end: photo.length + 1 }, null],
    ['nothing', { start: 5, end: 5 }, null],
    ['before the start', { start: -1, end: 5 }, null],
    ['half a byte', { start: 0.5, end: 5 }, null],
  ])('a range of %s is read or refused', async (_range, range, read) => {
    const store = await make(SMALL)
    const { digest } = await addFile(store, here, upload, photo)
    const opened = await store.open(here, digest, range)
    if (read === null)
      expect(opened).toMatchObject({ refusal: { fault: { code: 'evidence-range-wrong', bytes: photo.length } } })
    else expect(opened.ok && (await collect(opened.value.content))).toEqual(photo.subarray(...read))
  })

  test.each<[string, Partial<UploadDeclaration>, string]>([
    ['no bytes', { bytes: 0 }, 'evidence-empty'],
    ['fewer than no bytes', { bytes: -1 }, 'upload-declaration-wrong'],
    ['part of a byte', { bytes: 1.5 }, 'upload-declaration-wrong'],
    ['no name', { name: ' ' }, 'upload-declaration-wrong'],
    ['a name with a line break', { name: 'a\n.png' }, 'upload-declaration-wrong'],
    ['a photo over the limit', { bytes: 4097 }, 'evidence-too-large'],
    ['a recording over its limit', { bytes: 8193, name: 'talk.mp3' }, 'evidence-too-large'],
    ['a file of no known ending over every limit', { bytes: 8193, name: 'talk' }, 'evidence-too-large'],
  ])('a declaration of %s is refused', async (_claim, change, code) => {
    const store = await make(SMALL)
    expect(await store.begin(here, upload, { ...declarationOf(photo), ...change })).toMatchObject(refusal(code))
    expect(await store.status(here, upload)).toMatchObject(refusal('upload-unknown'))
  })

  test('more than was declared is refused and not kept', async () => {
    const store = await make(SMALL)
    await store.begin(here, upload, declarationOf(photo))
    const more = await store.append(here, upload, 0, pieces(photo.subarray(0, 10), photo))
    expect(more).toMatchObject(refusal('upload-size-differs'))
    expect(await store.status(here, upload)).toMatchObject({ value: { offset: 10 } })
  })

  test.each<[string, Uint8Array, Partial<UploadDeclaration>, string]>([
    ['text', Buffer.from('only text'), {}, 'file-type-refused'],
    ['other content than its digest', pngOf('x'), { digest: sha256(photo) }, 'upload-digest-differs'],
    ['a photo called PDF', pngOf('x'), { name: 'x.pdf' }, 'file-type-differs'],
    [
      'a photo of a size for recordings',
      Buffer.concat([pngOf('x'), Buffer.alloc(5000)]),
      { name: 'x' },
      'evidence-too-large',
    ],
  ])('%s is refused at the end, for good, and nothing of it is seen', async (_what, content, change, code) => {
    const store = await make(SMALL)
    await store.begin(here, upload, { ...declarationOf(content), ...change })
    await store.append(here, upload, 0, pieces(content))
    expect(await store.finish(here, upload)).toMatchObject(refusal(code))
    expect(await store.finish(here, upload)).toMatchObject(refusal(code))
    expect(await store.append(here, upload, 0, pieces(content))).toMatchObject(refusal('upload-finished'))
    expect(await store.list(here, null, 10)).toEqual({ ok: true, value: [] })
    expect(await store.stat(here, sha256(content))).toMatchObject(refusal('evidence-missing'))
  })

  test.each<[string, string, () => Uint8Array]>([
    ['a Word document', 'docx', () => officeOf('docx')],
    ['a letter of 1997', 'doc', () => compoundOf([{ name: 'WordDocument', type: 'stream' }])],
    ['a bomb', 'archive-bomb', () => officeOf('docx', [sampleEntry('a', Buffer.alloc(3_000_000))])],
    ['a name that leads out', 'file-damaged', () => officeOf('docx', [sampleEntry('../../x', 'x')])],
  ])('what is in an office file is looked at where it lies: %s is %s', async (_what, answer, made) => {
    const store = await make({ ...SMALL, freeInflatedBytes: 1_000_000 })
    const content = made()
    await put(store, here, upload, content, 'letter.doc')
    const finished = await store.finish(here, upload)
    expect(finished.ok ? finished.value.kind : finished.refusal.code).toBe(answer)
    const listed = await store.list(here, null, 10)
    expect(listed.ok && listed.value.length).toBe(finished.ok ? 1 : 0)
  })

  test('who brought a file is known, also of one that was there before; who was refused or broke off brought none', async () => {
    const store = await make(SMALL)
    const [first, second, third] = ['p-1', 'p-2', 'p-3'].map((name) => id<PersonId>(name))
    if (!first || !second || !third) throw new Error('three people')
    const bring = async (name: string, by: PersonId, content: Uint8Array) => {
      await store.begin(here, uploadId(name), { ...declarationOf(content), by })
      await store.append(here, uploadId(name), 0, pieces(content))
    }
    await bring('upload-a', first, photo)
    await store.finish(here, uploadId('upload-a'))
    await bring('upload-b', second, photo)
    const hasBrought = async (by: PersonId, tenantId = here) => store.hasBrought(tenantId, by, sha256(photo))
    expect(await hasBrought(first)).toEqual({ ok: true, value: true })
    expect(await hasBrought(second)).toEqual({ ok: true, value: false })
    await store.finish(here, uploadId('upload-b'))
    expect(await hasBrought(second)).toEqual({ ok: true, value: true })
    expect(await hasBrought(third)).toEqual({ ok: true, value: false })
    expect(await hasBrought(first, id<TenantId>('elsewhere'))).toEqual({ ok: true, value: false })
    await store.sweep(here, timestamp('2030-01-01T00:00:00+08:00'))
    expect(await hasBrought(first)).toEqual({ ok: true, value: true })
  })

  test('a person who has begun too many uploads finishes some first; others are not hindered', async () => {
    const store = await make({ ...SMALL, unfinished: 2 })
    await store.begin(here, uploadId('upload-a'), declarationOf(photo))
    await store.begin(here, uploadId('upload-b'), declarationOf(photo))
    expect(await store.begin(here, uploadId('upload-c'), declarationOf(photo))).toMatchObject(
      refusal('uploads-too-many'),
    )
    const other = { ...declarationOf(photo), by: id<PersonId>('p-2') }
    expect(await store.begin(here, uploadId('upload-d'), other)).toMatchObject({ ok: true })
    await addFile(store, here, 'upload-a', photo)
    expect(await store.begin(here, uploadId('upload-c'), declarationOf(photo))).toMatchObject({ ok: true })
  })

  test('sweeping removes old uploads and what is remembered of them, and no sealed file', async () => {
    const store = await make(SMALL)
    const { digest } = await addFile(store, here, 'upload-a', photo)
    await store.begin(here, uploadId('upload-b'), declarationOf(photo))
    await store.append(here, uploadId('upload-b'), 0, pieces(photo.subarray(0, 3)))
    await store.begin(here, uploadId('upload-c'), { ...declarationOf(photo), begunAt: LATER })
    const due = async (before: Timestamp) => store.dueTenants([there, here], before)
    expect(await due(OLD)).toEqual({ ok: true, value: [] })
    expect(await due(LATER)).toEqual({ ok: true, value: [here] })
    expect(await store.sweep(here, LATER)).toEqual({ ok: true, value: 2 })
    expect(await due(LATER)).toEqual({ ok: true, value: [] })
    expect(await store.status(here, uploadId('upload-a'))).toMatchObject(refusal('upload-unknown'))
    expect(await store.status(here, uploadId('upload-b'))).toMatchObject(refusal('upload-unknown'))
    expect(await store.status(here, uploadId('upload-c'))).toMatchObject({ ok: true, value: { offset: 0 } })
    expect(await contentOf(store, here, digest)).toEqual(photo)
  })
}

function refusal(code: string) {
  return { ok: false, refusal: { code } }
}

function resolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}
