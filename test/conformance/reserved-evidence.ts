import { beforeEach, describe, expect, test } from 'vitest'
import type { ReservationWish, ReservedEvidence } from '../../src/app/ports/reserved-evidence.ts'
import { plusSeconds } from '../../src/core/kernel/elapsed.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { uploadId } from './evidence-samples.ts'

const HERE = id<TenantId>('d1')
const THERE = id<TenantId>('d2')
const NOON = timestamp('2021-03-01T12:00:00+08:00')

/** What everything that keeps room of a quota of evidence does; `make` gives an empty one as two nodes have it. */
export function reservedEvidenceConformance(
  name: string,
  make: () => Promise<{ readonly one: ReservedEvidence; readonly other: ReservedEvidence }>,
): void {
  describe(`room for evidence in ${name}`, () => {
    let one: ReservedEvidence
    let other: ReservedEvidence
    beforeEach(async () => {
      ;({ one, other } = await make())
    })
    const reserve = async (by: ReservedEvidence, upload: string, wish: Partial<ReservationWish> = {}) =>
      valueOf(
        await by.reserve(HERE, uploadId(upload), { bytes: 30, listed: 0, mark: 0, quota: 100, at: NOON, ...wish }),
      )
    const settle = async (by: ReservedEvidence, upload: string, isSealed = true, at = NOON) =>
      valueOf(isSealed ? await by.sealed(HERE, uploadId(upload), 30, at) : await by.release(HERE, uploadId(upload)))

    test('of many on two nodes at once as many are kept room for as there is', async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, async (_, at) => reserve(at % 2 === 0 ? one : other, `upload-${at}`, { listed: 10 })),
      )
      expect(answers.filter((answer) => answer === 'reserved')).toHaveLength(3)
      expect(valueOf(await one.since(HERE, 0))).toBe(90)
      expect(valueOf(await one.since(THERE, 0))).toBe(0)
      expect(await reserve(other, 'the-last-10', { listed: 10, bytes: 0 })).toBe('reserved')
    })

    test('the same upload again takes nothing more, however full it is', async () => {
      expect(await reserve(one, 'upload-1', { bytes: 100 })).toBe('reserved')
      expect(await reserve(other, 'upload-1', { bytes: 100 })).toBe('known')
      expect(await reserve(other, 'upload-2', { bytes: 1 })).toBe('full')
    })

    test('what was not sealed gives its room back; what was is counted beside every count that was begun before', async () => {
      await reserve(one, 'upload-1')
      await reserve(other, 'upload-2')
      await settle(one, 'upload-1', false)
      expect(valueOf(await other.since(HERE, 0))).toBe(30)
      const before = valueOf(await one.mark(HERE))
      await settle(other, 'upload-2')
      await settle(other, 'upload-2', false)
      expect(valueOf(await one.since(HERE, before))).toBe(30)
      const after = valueOf(await one.mark(HERE))
      expect(valueOf(await one.since(HERE, after))).toBe(0)
      expect(valueOf(await one.mark(THERE))).toBe(0)
    })

    test('what is being sealed when a count begins is counted beside it', async () => {
      await reserve(one, 'upload-1')
      const mark = valueOf(await other.mark(HERE))
      await settle(one, 'upload-1')
      expect(valueOf(await other.since(HERE, mark))).toBe(30)
    })

    test('what is sealed counts, also where its room was given back before', async () => {
      await reserve(one, 'upload-1')
      await settle(other, 'upload-1', false)
      await settle(one, 'upload-1')
      expect(valueOf(await other.since(HERE, 0))).toBe(30)
    })

    test('what is forgotten in time changes no mark', async () => {
      await reserve(one, 'upload-1')
      await settle(one, 'upload-1')
      await reserve(one, 'upload-2')
      await settle(one, 'upload-2')
      const mark = valueOf(await one.mark(HERE))
      const later = plusSeconds(NOON, 7_200)
      await reserve(one, 'upload-3', { mark, at: later })
      await settle(one, 'upload-3', true, later)
      expect(valueOf(await one.since(HERE, mark))).toBe(30)
      expect(valueOf(await one.mark(HERE))).toBeGreaterThan(mark)
    })
  })
}
