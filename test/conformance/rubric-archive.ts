import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AdoptedRubric } from '../../src/app/ports/rubric-archive.ts'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { east, sha256, west } from '../fixtures/ledger-batches.ts'
import { smallRubric } from '../fixtures/small-rubric.ts'
import type { MakeLedgerFile } from './ledger-store.ts'
import { valued } from './valued.ts'

export function rubricArchiveConforms(name: string, make: MakeLedgerFile): void {
  describe(`rubric archive in ${name}`, () => {
    let file: Awaited<ReturnType<MakeLedgerFile>>
    beforeEach(async () => void (file = await make()))
    afterEach(() => file.close())
    const small = adopted(smallRubric, '第一条\r\n\t“甲”𠮷')
    const other = adopted({ ...smallRubric, title: '另一份' }, '')

    test('what was kept is found as it was', async () => {
      await valued(file.rubrics.keep(east, small))
      await valued(file.rubrics.keep(east, other))
      expect(await valued(file.rubrics.find(east, small.rubricDigest))).toEqual(small)
      expect(await valued(file.rubrics.list(east))).toEqual([small, other].toSorted(byDigest))
    })

    test('keeping again changes nothing, even with another notice', async () => {
      await valued(file.rubrics.keep(east, small))
      await valued(file.rubrics.keep(east, adopted(smallRubric, '另一份通知')))
      expect(await valued(file.rubrics.list(east))).toEqual([small])
    })

    test('what one tenant keeps, another does not see', async () => {
      await valued(file.rubrics.keep(east, small))
      expect(await file.rubrics.find(west, small.rubricDigest)).toMatchObject({
        ok: false,
        refusal: { code: 'rubric-unknown', message: expect.stringContaining(small.rubricDigest) },
      })
      expect(await valued(file.rubrics.list(west))).toEqual([])
    })
  })
}

function adopted(rubric: AdoptedRubric['rubric'], notice: string): AdoptedRubric {
  return { rubric, rubricDigest: sha256(canonicalJson(rubric)), notice, noticeDigest: sha256(notice) }
}

function byDigest(one: AdoptedRubric, next: AdoptedRubric): number {
  return one.rubricDigest < next.rubricDigest ? -1 : 1
}
