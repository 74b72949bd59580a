import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { id } from '../../src/core/kernel/identifiers.ts'
import type { InspectionRecord } from '../../src/web/offline/inspection-record.ts'
import { clearConfirmed, dropDraft, makeReady, sendAgain, takeBack } from '../../src/web/offline/record-acts.ts'
import { makeRescueFile, takeRescueFile } from '../../src/web/offline/rescue-file.ts'
import { inWords, isScarce } from '../../src/web/offline/bytes-in-words.ts'
import { addFile, addRecord, emptyPhone, MORNING } from '../fixtures/phone-records.ts'

const held = { code: 'outside-period', said: '不在考核周期内', at: MORNING }

test.each<[what: string, change: Partial<InspectionRecord>, acts: Record<string, boolean>]>([
  ['a draft', { pile: 'draft' }, { ready: true, back: false, again: false, drop: true }],
  [
    'a draft without a clause',
    { pile: 'draft', clause: null },
    { ready: false, back: false, again: false, drop: true },
  ],
  ['one that waits', {}, { ready: false, back: true, again: false, drop: false }],
  ['one that was tried', { attempts: 1 }, { ready: false, back: false, again: false, drop: false }],
  ['one that is held', { attempts: 1, held }, { ready: false, back: true, again: true, drop: false }],
  ['one that is sent', { pile: 'sent' }, { ready: false, back: false, again: false, drop: false }],
])('of %s, what a person may do is done and nothing else', async (_what, change, acts) => {
  const done: Record<string, boolean> = {}
  for (const [name, act] of Object.entries({
    ready: makeReady,
    back: takeBack,
    again: sendAgain,
    drop: dropDraft,
  })) {
    const store = emptyPhone()
    done[name] = await act(store, await addRecord(store, change), MORNING)
    expect(await store.records.count()).toBe(done[name] && name === 'drop' ? 0 : 1)
  }
  expect(done).toEqual(acts)
})

test('taken back it goes under another key, sent again under another upload', async () => {
  const store = emptyPhone()
  const recordId = await addRecord(store, { held, attempts: 1 })
  await addFile(store, recordId, new Blob(['a']), { id: 'upload-one' })
  await addFile(store, recordId, new Blob(['b']), { id: 'upload-two', isConfirmed: true })
  const { key } = (await store.records.get(recordId)) ?? {}
  await sendAgain(store, recordId)
  const uploads = await store.files.toCollection().primaryKeys()
  expect(uploads).toContain('upload-two')
  expect(uploads).not.toContain('upload-one')
  expect(await store.records.get(recordId)).toMatchObject({ key, held: null })
  await store.records.update(recordId, { held })
  await takeBack(store, recordId)
  expect((await store.records.get(recordId))?.key).not.toBe(key)
})

test('only what is sent and confirmed is cleared, and of one person only', async () => {
  const store = emptyPhone()
  const mine = { personId: id<never>('me') }
  const sent = await addRecord(store, { ...mine, pile: 'sent' })
  await addFile(store, sent, new Blob(['1234']), { isConfirmed: true })
  await addFile(store, sent, new Blob(['not confirmed']))
  await addFile(store, await addRecord(store, mine), new Blob(['not sent']), { isConfirmed: true })
  await addFile(store, await addRecord(store, { pile: 'sent' }), new Blob(["another's"]), { isConfirmed: true })
  expect(await clearConfirmed(store, mine.personId)).toBe(4)
  const left = await store.files.filter(({ content }) => content !== null).count()
  expect([left, await store.files.count(), await store.records.count()]).toEqual([3, 4, 3])
})

const somePhone = fc.array(
  fc.record({
    pile: fc.constantFrom('draft', 'ready', 'sent'),
    remark: fc.string(),
    files: fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 3 }),
  }),
  { maxLength: 5 },
)

test('whatever is not sent comes through a rescue file to another phone as it was, and twice is once', async () => {
  await fc.assert(
    fc.asyncProperty(somePhone, async (records) => {
      const [lost, found] = [emptyPhone(), emptyPhone()]
      for (const { files, ...change } of records) {
        const recordId = await addRecord(lost, change)
        for (const bytes of files) await addFile(lost, recordId, new Blob([bytes.slice()]))
      }
      const { content, ...counts } = await makeRescueFile(lost, MORNING)
      const kept = await lost.records
        .orderBy('id')
        .filter(({ pile }) => pile !== 'sent')
        .toArray()
      expect(counts.records).toBe(kept.length)
      expect(await takeRescueFile(found, content)).toEqual({ ...counts, known: 0 })
      expect(await takeRescueFile(found, content)).toEqual({ records: 0, files: 0, known: kept.length })
      expect(await found.records.orderBy('id').toArray()).toEqual(kept)
      for (const file of await found.files.toArray()) {
        const before = await lost.files.get(file.id)
        expect(await bytesOf(file.content)).toEqual(await bytesOf(before?.content))
      }
    }),
    { numRuns: 30 },
  )
})

test.each([0, 5, 17, 18, 40, 200, 400])('a rescue file cut off after %i bytes is not read in', async (bytes) => {
  const store = emptyPhone()
  await addFile(store, await addRecord(store), new Blob([new Uint8Array(50)]))
  const { content } = await makeRescueFile(store, MORNING)
  expect(await takeRescueFile(emptyPhone(), content.slice(0, bytes))).toBe(null)
  expect(await takeRescueFile(emptyPhone(), content.slice(0, content.size - 1))).toBe(null)
})

test.each<[bytes: number, words: string]>([
  [0, '0 MB'],
  [1, '1 MB'],
  [148 * 1024 * 1024, '148 MB'],
  [2_254_857_830, '2.1 GB'],
  [10 * 1024 ** 3, '10 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(inWords(bytes)).toBe(words)
})

test.each([
  [null, false],
  [200 * 1024 * 1024, false],
  [200 * 1024 * 1024 - 1, true],
])('with %s bytes left it is scarce: %s', (left, scarce) => {
  expect(isScarce(left)).toBe(scarce)
})

async function bytesOf(content: Blob | null | undefined): Promise<Uint8Array | null> {
  return content ? new Uint8Array(await content.arrayBuffer()) : null
}
