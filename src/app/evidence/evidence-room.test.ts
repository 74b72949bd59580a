import { expect, test } from 'vitest'
import { uploadId } from '../../../test/conformance/evidence-samples.ts'
import { memoryReservedEvidence } from '../../adapters/evidence/memory-reserved-evidence.ts'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { refusedEvidence } from '../ports/evidence-refusals.ts'
import type { EvidenceFile } from '../ports/evidence-store.ts'
import { NO_QUOTAS } from '../ports/quotas.ts'
import { evidenceRoom } from './evidence-room.ts'

const east = id<TenantId>('east')
const MINUTE = 60_000

/** Files of so many bytes each; a listing can be held up, and time stands still unless it is moved. */
function house({ sizes, quota }: { readonly sizes: number[]; readonly quota: number | null }) {
  const state = { ms: 0, listings: 0, gate: Promise.resolve(), quota }
  const ports: Parameters<typeof evidenceRoom>[0] = {
    evidence: {
      list: async (_tenantId, after) => {
        if (after !== null) return accepted([])
        state.listings += 1
        const files = sizes.map(file)
        await state.gate
        return accepted(files)
      },
    },
    people: { quotas: async () => accepted({ ...NO_QUOTAS, evidenceBytes: state.quota }) },
    reserved: memoryReservedEvidence(),
    clock: { now: () => timestamp('2021-10-25T09:30:00+08:00'), epochMs: () => state.ms },
  }
  const room = evidenceRoom(ports)
  let made = 0
  const seal = (bytes: number, name = `upload-${(made += 1)}`, by = room) =>
    by.taking(east, uploadId(name), bytes, async () => {
      await state.gate
      sizes.push(bytes)
      return accepted(file(bytes, sizes.length))
    })
  return { room, other: evidenceRoom(ports), seal, state }
}

const file = (bytes: number, at: number): EvidenceFile => ({
  digest: at.toString(16).padStart(64, '0') as Digest,
  bytes,
  kind: 'png',
})

function gate(): { readonly promise: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const promise = new Promise<void>((resolve) => (open = resolve))
  return { promise, open }
}

test('many that are sealed at once never share what is left', async () => {
  const { room, seal } = house({ sizes: [400], quota: 1_000 })
  const sealed = await Promise.all(Array.from({ length: 10 }, () => seal(250)))
  expect(sealed.filter(({ ok }) => ok)).toHaveLength(2)
  expect(await room.held(east)).toMatchObject({ value: { bytes: 900 } })
  expect(await room.admit(east, 100)).toMatchObject({ ok: true })
  expect(await room.admit(east, 101)).toMatchObject({ refusal: { fault: { used: 900, quota: 1_000 } } })
})

test('two nodes that seal at once, each on a count of its own, never share what is left', async () => {
  const { room, other, seal, state } = house({ sizes: [400], quota: 1_000 })
  await Promise.all([room.held(east), other.held(east)])
  state.ms = 5 * MINUTE
  const sealed = await Promise.all(
    Array.from({ length: 10 }, (_, at) => seal(250, undefined, at % 2 === 0 ? room : other)),
  )
  expect(sealed.filter(({ ok }) => ok)).toHaveLength(2)
  expect(await other.held(east)).toMatchObject({ value: { bytes: 900 } })
})

test('a count of before there was a quota decides nothing: nobody reserved then', async () => {
  const { room, seal, state } = house({ sizes: [100], quota: null })
  expect(await room.held(east)).toMatchObject({ value: { bytes: 100 } })
  await seal(500)
  expect(await room.held(east)).toMatchObject({ value: { bytes: 100 } })
  state.quota = 700
  expect(await seal(200)).toMatchObject({ refusal: { fault: { used: 600, quota: 700 } } })
})

test('who asks again while it is sealed is not refused for the room that it takes itself', async () => {
  const { seal, state } = house({ sizes: [], quota: 300 })
  const held = gate()
  state.gate = held.promise
  const both = [seal(250, 'the-same-one'), seal(250, 'the-same-one')]
  held.open()
  expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: true }])
})

test('who asks again in vain gives back nothing of the room of what is still being sealed', async () => {
  const { room, seal, state } = house({ sizes: [], quota: 300 })
  await room.held(east)
  const held = gate()
  state.gate = held.promise
  const first = seal(250, 'the-same-one')
  const busy = async () => refusedEvidence({ code: 'upload-busy' })
  expect(await room.taking(east, uploadId('the-same-one'), 250, busy)).toMatchObject({ ok: false })
  const another = seal(100)
  held.open()
  expect(await first).toMatchObject({ ok: true })
  expect(await another).toMatchObject({ refusal: { fault: { quota: 300 } } })
})

test('what could not be sealed gives its room back', async () => {
  const { room, seal } = house({ sizes: [], quota: 300 })
  const broken = async () => refusedEvidence({ code: 'file-encrypted' })
  expect(await room.taking(east, uploadId('broken-one'), 300, broken)).toMatchObject({ ok: false })
  expect(await seal(300)).toMatchObject({ ok: true })
})

test('what another node seals while files are counted is not lost', async () => {
  const { room, other, seal, state } = house({ sizes: [100], quota: 1_000 })
  const held = gate()
  state.gate = held.promise
  const counting = room.held(east)
  await expect.poll(() => state.listings).toBe(1)
  state.gate = Promise.resolve()
  await seal(50, undefined, other)
  held.open()
  expect(await counting).toMatchObject({ value: { bytes: 150 } })
})

test('files are counted once for many that ask, and again after ten minutes; nobody is refused on an old count', async () => {
  const sizes = [100]
  const { room, state } = house({ sizes, quota: 200 })
  await Promise.all([room.held(east), room.held(east), room.admit(east, 100)])
  expect(state.listings).toBe(1)
  sizes.pop()
  state.ms = 2 * MINUTE
  expect(await room.held(east)).toMatchObject({ value: { bytes: 100 } })
  expect(await room.admit(east, 200)).toMatchObject({ ok: true })
  expect(state.listings).toBe(2)
  sizes.push(70)
  state.ms = 13 * MINUTE
  expect(await room.held(east)).toMatchObject({ value: { bytes: 70 } })
})
