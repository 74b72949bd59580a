import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LedgerLook, LedgerLooks } from '../../src/app/ports/ledger-looks.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { batchAfter, east, genesis, headerOf, nextYear, noon, west, year } from '../fixtures/ledger-batches.ts'
import type { MakeLedgerFile } from './ledger-store.ts'
import { valued } from './valued.ts'

/** What every store of looks does, whatever keeps it. */
export function ledgerLooksConform(name: string, make: MakeLedgerFile): void {
  describe(`looks at ledgers in ${name}`, () => {
    let file: Awaited<ReturnType<MakeLedgerFile>>
    let looks: LedgerLooks
    beforeEach(async () => {
      file = await make()
      looks = file.looks
      for (const [tenantId, assessmentId] of [
        [west, year],
        [east, nextYear],
        [east, year],
      ] as const)
        await valued(file.ledgers.create(headerOf(tenantId, assessmentId)))
    })
    afterEach(() => file.close())

    const look: LedgerLook = {
      seq: 2,
      day: plainDate('2021-05-27'),
      calendars: '["2021"]',
      nextDay: plainDate('2021-05-28'),
      lastEventAt: noon,
    }
    const standing = (tenantId = east, assessmentId = year, seq = 0, noted: LedgerLook | null = null) => ({
      tenantId,
      assessmentId,
      seq,
      look: noted,
    })

    test('every ledger of every tenant stands where it is, and nobody has looked', async () => {
      await valued(file.ledgers.append(east, year, batchAfter(genesis(headerOf(east, year)), 'one', { count: 2 })))
      const all = [standing(east, year, 2), standing(east, nextYear), standing(west, year)]
      expect(await valued(looks.standings())).toEqual(all)
      expect(await valued(looks.standing(east, year))).toEqual(all[0])
      expect(await valued(looks.standing(west, nextYear))).toBeNull()
    })

    test.each<[string, LedgerLook]>([
      ['all of it', look],
      ['with nothing to come, of a ledger without events', { ...look, seq: 0, nextDay: null, lastEventAt: null }],
    ])('a look is read as it was noted: %s', async (_what, noted) => {
      await valued(looks.note(east, year, noted))
      expect(await valued(looks.standing(east, year))).toEqual(standing(east, year, 0, noted))
      expect(await valued(looks.standings())).toContainEqual(standing(east, year, 0, noted))
      expect(await valued(looks.standing(west, year))).toEqual(standing(west, year))
    })

    test('a later look stands in the place of the one before', async () => {
      await valued(looks.note(east, year, look))
      await valued(looks.note(east, year, { ...look, seq: 1, nextDay: null }))
      expect(await valued(looks.standing(east, year))).toMatchObject({ look: { seq: 1, nextDay: null } })
    })
  })
}
