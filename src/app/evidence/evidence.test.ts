import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import {
  contentOf,
  declarationOf,
  pieces,
  pngOf,
  sha256,
  uploadId,
} from '../../../test/conformance/evidence-samples.ts'
import { memoryEvidence } from '../../adapters/evidence/memory-evidence.ts'
import { memoryReservedEvidence } from '../../adapters/evidence/memory-reserved-evidence.ts'
import { sharpPublisher } from '../../adapters/evidence/published-copy.ts'
import { id, type CenterId, type PersonId, type TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { Actor } from '../people/actor.ts'
import type { Role } from '../people/role.ts'
import { USUAL_EVIDENCE_LIMITS } from '../ports/evidence-kind.ts'
import { NO_QUOTAS } from '../ports/quotas.ts'
import { appendEvidence, beginEvidence, evidenceUpload, finishEvidence } from './add-evidence.ts'
import type { EvidencePorts } from './evidence-ports.ts'
import { publishEvidence } from './publish-evidence.ts'
import { readEvidence } from './read-evidence.ts'
import { readSmallEvidence } from './read-small-evidence.ts'
import { evidenceRoom } from './evidence-room.ts'
import { smallCopies } from './small-copies.ts'

const east = id<TenantId>('east')
const own = id<CenterId>('c-1')
const upload = uploadId('upload-1')
const now = timestamp('2021-10-25T09:30:00+08:00')

test('a person adds a photo and is told what the photo says of itself', async () => {
  const ports = somePorts()
  const { file, claims } = await added(ports, actor('inspector'), await photo())
  expect(file).toMatchObject({ kind: 'jpg', digest: sha256(await photo()) })
  expect(claims).toMatchObject({ make: 'HUAWEI', takenAt: '2021-10-25T09:30:00', latitude: null })
})

test.each<[Role, boolean]>([
  ['clerk', true],
  ['inspector', true],
  ['assessor', true],
  ['reviewer', true],
  ['center', true],
  ['leader', false],
  ['auditor', false],
  ['administrator', false],
])('%s may add evidence: %s', async (role, isAllowed) => {
  const begun = await beginEvidence(somePorts(), actor(role), { id: upload, ...declarationOf(pngOf('x')) })
  expect(begun.ok).toBe(isAllowed)
  if (!begun.ok) expect(begun.refusal.code).toBe('not-permitted')
})

test('an upload is unknown to everybody but the person who began it', async () => {
  const ports = somePorts()
  await beginEvidence(ports, actor('inspector'), { id: upload, ...declarationOf(pngOf('x')) })
  const other = { ...actor('inspector'), personId: id<PersonId>('p-2') }
  const unknown = { ok: false, refusal: { code: 'upload-unknown' } }
  expect(await evidenceUpload(ports, other, upload)).toMatchObject(unknown)
  expect(await appendEvidence(ports, other, upload, 0, pieces(pngOf('x')))).toMatchObject(unknown)
  expect(await finishEvidence(ports, other, upload)).toMatchObject(unknown)
  expect(await evidenceUpload(ports, actor('inspector'), upload)).toMatchObject({ ok: true })
})

test.each<[string, Role, CenterId | null, boolean]>([
  ['an assessor, whatever case it is of', 'assessor', id<CenterId>('c-2'), true],
  ['an assessor, though no case refers to it', 'assessor', null, true],
  ['a center, of its own case', 'center', own, true],
  ['a center, of the case of another', 'center', id<CenterId>('c-2'), false],
  ['a center, though no case refers to it', 'center', null, false],
  ['an administrator', 'administrator', own, false],
])('%s: a file is read by %s', async (_who, role, center, isAllowed) => {
  const ports = somePorts()
  const { file } = await added(ports, actor('inspector'), pngOf('x'))
  const opened = await readEvidence(ports, actor(role), file.digest, center, null)
  expect(opened.ok).toBe(isAllowed)
  if (!opened.ok) expect(opened.refusal.code).toBe('not-permitted')
  const small = await readSmallEvidence(ports, actor(role), file.digest, center)
  expect(small.ok).toBe(isAllowed)
  if (!small.ok) expect(small.refusal.code).toBe('not-permitted')
})

test('a photo is made small once, and never of a spoiled file', async () => {
  const ports = somePorts()
  const { file } = await added(ports, actor('inspector'), await photo())
  const { digest } = file
  const spoiled = { code: 'evidence-corrupted', digest, found: sha256(pngOf('y')), bytes: 1 } as const
  const verify = vi.fn(async () => ({
    ok: false as const,
    refusal: { code: spoiled.code, message: '', fault: spoiled },
  }))
  const broken = { ...ports, evidence: { ...ports.evidence, verify } }
  expect(await readSmallEvidence(broken, actor('assessor'), digest, null)).toMatchObject({
    refusal: { fault: spoiled },
  })
  const small = await readSmallEvidence(ports, actor('assessor'), digest, null)
  if (!small.ok) throw new Error(small.refusal.code)
  expect(await sharp(small.value).metadata()).toMatchObject({ format: 'jpeg', width: 40 })
  expect(await readSmallEvidence(broken, actor('assessor'), digest, null)).toEqual(small)
  expect(verify).toHaveBeenCalledTimes(1)
})

test('what is no photo is refused with its kind', async () => {
  const ports = somePorts()
  const { file } = await added(ports, actor('inspector'), Buffer.from('%PDF-1.7\n'))
  expect(await readSmallEvidence(ports, actor('assessor'), file.digest, null)).toMatchObject({
    refusal: { fault: { code: 'image-expected', kind: 'pdf' } },
  })
})

test('a whole file that was spoiled is not shown; a part of one is', async () => {
  const ports = somePorts()
  const { file } = await added(ports, actor('inspector'), pngOf('x'))
  const { digest } = file
  const fault = { code: 'evidence-corrupted', digest, found: sha256(pngOf('y')), bytes: 1 } as const
  const refusal = { code: fault.code, message: '', fault }
  const spoiled = { evidence: { ...ports.evidence, verify: async () => ({ ok: false as const, refusal }) } }
  expect(await readEvidence(spoiled, actor('assessor'), digest, null, null)).toMatchObject({ refusal: { fault } })
  expect(await readEvidence(spoiled, actor('assessor'), digest, null, { start: 0, end: 4 })).toMatchObject({ ok: true })
})

test('publishing makes a second file and leaves the first as it was; asked again it answers the same', async () => {
  const ports = somePorts()
  const { file } = await added(ports, actor('inspector'), await photo())
  const wish = {
    id: uploadId('publish-1'),
    digest: file.digest,
    blurred: [{ left: 0, top: 0, width: 500, height: 500 }],
  }
  const published = await publishEvidence(ports, actor('assessor'), wish)
  if (!published.ok) throw new Error(published.refusal.code)
  expect(published.value.original).toEqual(file)
  expect(await publishEvidence(ports, actor('assessor'), wish)).toEqual(published)
  const copy = await contentOf(ports.evidence, east, published.value.published.digest)
  expect(await sharp(copy).metadata()).toMatchObject({ format: 'jpeg', width: 40 })
  expect(Buffer.from(copy).includes('HUAWEI')).toBe(false)
  expect(await contentOf(ports.evidence, east, file.digest)).toEqual(await photo())
})

test('one intent to publish is one copy: other areas under the same id are refused', async () => {
  const ports = somePorts()
  const { file } = await added(ports, actor('inspector'), await photo())
  const wish = { id: uploadId('publish-1'), digest: file.digest, blurred: [] }
  await publishEvidence(ports, actor('assessor'), wish)
  const other = { ...wish, blurred: [{ left: 0, top: 0, width: 900, height: 900 }] }
  expect(await publishEvidence(ports, actor('assessor'), other)).toMatchObject({ refusal: { code: 'upload-id-taken' } })
})

test.each<[string, Role, (file: Digest) => Digest, Uint8Array, string]>([
  ['by an inspector', 'inspector', (digest) => digest, pngOf('x'), 'not-permitted'],
  ['of what is not there', 'assessor', () => sha256(pngOf('other')), pngOf('x'), 'evidence-missing'],
  ['of a PDF', 'assessor', (digest) => digest, Buffer.from('%PDF-1.7\n'), 'image-expected'],
  ['of a photo that cannot be decoded', 'assessor', (digest) => digest, pngOf('x'), 'image-undecodable'],
])('publishing %s is refused', async (_what, role, which, content, code) => {
  const ports = somePorts()
  const { file } = await added(ports, actor('inspector'), content)
  const wish = { id: uploadId('publish-1'), digest: which(file.digest), blurred: [] }
  expect(await publishEvidence(ports, actor(role), wish)).toMatchObject({ ok: false, refusal: { code } })
})

test('evidence comes in up to the quota, at its beginning and before it is sealed; raised, what arrived is sealed', async () => {
  const [first, second] = [pngOf('first'), pngOf('second one')]
  let quota: number | null = first.length
  const ports = somePorts(() => quota)
  const by = actor('inspector')
  const full = { ok: false, refusal: { code: 'evidence-quota-full', message: expect.stringContaining('运维人员') } }
  const later = { id: uploadId('later-one'), ...declarationOf(second) }
  await beginEvidence(ports, by, { id: uploadId('first-one'), ...declarationOf(first) })
  await appendEvidence(ports, by, uploadId('first-one'), 0, pieces(first))
  expect(await beginEvidence(ports, by, later)).toMatchObject(full)
  quota = second.length
  expect(await beginEvidence(ports, by, later)).toMatchObject({ ok: true })
  await appendEvidence(ports, by, later.id, 0, pieces(second))
  expect(await finishEvidence(ports, by, uploadId('first-one'))).toMatchObject({ ok: true })
  expect(await finishEvidence(ports, by, later.id)).toMatchObject(full)
  expect(await beginEvidence(ports, by, later)).toMatchObject({ ok: true, value: { offset: second.length } })
  expect(await finishEvidence(ports, by, uploadId('first-one'))).toMatchObject({ ok: true })
  quota = first.length + second.length
  expect(await finishEvidence(ports, by, later.id)).toMatchObject({ ok: true })
  quota = null
  expect(await beginEvidence(ports, by, { id: uploadId('third-one'), ...declarationOf(pngOf('third')) })).toMatchObject(
    {
      ok: true,
    },
  )
})

test('a copy to be published takes room like any other', async () => {
  const content = await photo()
  let quota: number | null = null
  const ports = somePorts(() => quota)
  const { file } = await added(ports, actor('inspector'), content)
  quota = content.length
  const wish = { id: uploadId('publish-1'), digest: file.digest, blurred: [] }
  expect(await publishEvidence(ports, actor('assessor'), wish)).toMatchObject({
    refusal: { code: 'evidence-quota-full' },
  })
  quota = null
  expect(await publishEvidence(ports, actor('assessor'), wish)).toMatchObject({ ok: true })
})

function somePorts(quota: () => number | null = () => null): EvidencePorts {
  let minutes = 0
  const evidence = memoryEvidence(USUAL_EVIDENCE_LIMITS)
  const clock = { now: () => now, epochMs: () => 60_000 * (minutes += 1) }
  const people = { quotas: async () => accepted({ ...NO_QUOTAS, evidenceBytes: quota() }) }
  const room = evidenceRoom({ evidence, people, reserved: memoryReservedEvidence(), clock })
  return { evidence, images: sharpPublisher(), small: smallCopies(), room, clock }
}

function actor(role: Role): Actor {
  return { tenantId: east, personId: id('p-1'), name: '王某', roles: [role], centerId: own, scopes: null }
}

async function added(ports: EvidencePorts, by: Actor, content: Uint8Array) {
  await beginEvidence(ports, by, { id: upload, name: 'evidence', bytes: content.length, digest: null })
  await appendEvidence(ports, by, upload, 0, pieces(content))
  const finished = await finishEvidence(ports, by, upload)
  if (!finished.ok) throw new Error(finished.refusal.code)
  return finished.value
}

async function photo(): Promise<Uint8Array> {
  const made = sharp({ create: { width: 40, height: 30, channels: 3, background: '#88aacc' } }).withExif({
    IFD0: { Make: 'HUAWEI' },
    IFD2: { DateTimeOriginal: '2021:10:25 09:30:00' },
  })
  return Uint8Array.from(await made.jpeg().toBuffer())
}
