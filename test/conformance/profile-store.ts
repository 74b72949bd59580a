import { beforeEach, describe, expect, test } from 'vitest'
import type { ConfirmedProfile, ProfileStore } from '../../src/app/ports/profile-store.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { valued } from './valued.ts'

const EAST = id<TenantId>('east')
const WEST = id<TenantId>('west')

/** What every store of profiles does; `make` gives an empty one. */
export function profileStoreConforms(name: string, make: () => Promise<ProfileStore>): void {
  describe(`profiles in ${name}`, () => {
    let store: ProfileStore
    beforeEach(async () => void (store = await make()))

    test('one that was confirmed is found as it was', async () => {
      const confirmed = profile('cases', '市平台“导出”\n𠮷')
      await valued(store.confirm(EAST, confirmed))
      expect(await valued(store.profiles(EAST))).toEqual([confirmed])
    })

    test('of several versions the last one holds, by id', async () => {
      for (const one of [profile('b', '甲'), profile('a', '乙'), profile('b', '丙')])
        await valued(store.confirm(EAST, one))
      expect(await valued(store.profiles(EAST))).toEqual([profile('a', '乙'), profile('b', '丙')])
    })

    test('what was confirmed is not changed by who gave it', async () => {
      const forms: ('YYYY-MM-DD' | 'YYYYMMDD')[] = ['YYYY-MM-DD']
      const given = profile('a', '甲', forms)
      await valued(store.confirm(EAST, given))
      forms.push('YYYYMMDD')
      expect(await valued(store.profiles(EAST))).toEqual([profile('a', '甲')])
    })

    test('what one tenant confirms, another does not see', async () => {
      await valued(store.confirm(EAST, profile('a', '甲')))
      await valued(store.confirm(WEST, profile('a', '乙')))
      expect(await valued(store.profiles(EAST))).toEqual([profile('a', '甲')])
      expect(await valued(store.profiles(id<TenantId>('north')))).toEqual([])
    })
  })
}

function profile(
  profileId: string,
  title: string,
  forms: readonly ('YYYY-MM-DD' | 'YYYYMMDD')[] = ['YYYY-MM-DD'],
): ConfirmedProfile {
  return {
    profile: {
      id: profileId,
      title,
      dataSet: 'service_cases',
      source: 'city',
      columns: {
        submitted_at: {
          from: { kind: 'column', header: '提交时间' },
          values: null,
          labelColumn: null,
          forms,
          privacy: 'keep',
        },
      },
      ignored: ['备注'],
    },
    by: id('p1'),
    at: timestamp('2021-03-01T09:00:00+08:00'),
  }
}
