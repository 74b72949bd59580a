import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { BEFORE, keepsOldAndNew, laterAnswer, losesNothing } from '../../../test/conformance/later-fields.ts'
import { digestOf, imported, ratingsFile } from '../../../test/conformance/record-samples.ts'
import { valued } from '../../../test/conformance/valued.ts'
import { nextEdition } from '../../../test/fixtures/next-edition.ts'
import { openRecordStore } from './open-record-store.ts'

const root = mkdtempSync(join(tmpdir(), 'mingheng-later-fields-'))
afterAll(() => rmSync(root, { recursive: true }))

let back = () => undefined as void
afterEach(() => back())

const open = async () =>
  valued(
    openRecordStore({
      folder: join(root, 'records'),
      catalogFile: join(root, 'records.sqlite'),
      memoryMegabytes: 300,
      threads: 2,
    }),
  )

test('a set that has more fields is empty in them in records of before, and the version of before loses none of them', async () => {
  const before = await open()
  await imported(before.records, ratingsFile(BEFORE))
  const digest = await digestOf(before.records)
  before.close()
  ;({ back } = nextEdition())
  const next = await open()
  await keepsOldAndNew(next.records, digest)
  next.close()
  back()
  const again = await open()
  await losesNothing(again.records)
  again.close()
  ;({ back } = nextEdition())
  const last = await open()
  expect((await laterAnswer(last.records)).map(([record, sms]) => [record, sms])).toEqual([
    ['R1', 'S7'],
    ['R2', null],
    ['R3', 'S7'],
    ['R5', null],
    ['R6', null],
  ])
  last.close()
})
