import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { openLedgerFile, type OpenLedgerFile } from '../../src/adapters/ledger/ledger-file.ts'
import type { LedgerStore } from '../../src/app/ports/ledger-store.ts'
import { valued } from '../conformance/valued.ts'
import { everythingIn, fillLedgerFile, openedLedgerFile } from '../fixtures/filled-ledger-file.ts'
import { batchAfter, east, headerOf, messageOf, nextYear, year } from '../fixtures/ledger-batches.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-unwritable-'))
afterAll(() => rmSync(folder, { recursive: true }))

const append = async (ledgers: LedgerStore, key: string): ReturnType<LedgerStore['append']> => {
  const head = await valued(ledgers.head(east, year))
  return ledgers.append(east, year, batchAfter(head, key, { count: 5, messages: [messageOf(key)] }))
}

/** Appends until the disk is full, and answers how often it was not. */
async function fill(file: OpenLedgerFile): Promise<number> {
  for (let n = 0; ; n += 1) {
    const before = await file.ledgers.head(east, year)
    const appended = await append(file.ledgers, `full ${n}`)
    if (appended.ok) continue
    expect(appended.refusal).toMatchObject({ code: 'store-full', message: expect.stringContaining(file.database.path) })
    expect(await file.ledgers.head(east, year)).toEqual(before)
    return n
  }
}

/** Nothing of what was refused is there, all that was acknowledged is, and with room it goes on where it stood. */
async function goesOn(file: OpenLedgerFile, appends: number): Promise<void> {
  expect(await valued(file.check())).toMatchObject({ damages: [], sound: { events: 5 * appends, messages: appends } })
  expect(await append(file.ledgers, `full ${appends}`)).toMatchObject({ ok: true, value: { kind: 'appended' } })
  expect(await valued(file.check())).toMatchObject({ damages: [], sound: { events: 5 * appends + 5 } })
}

test('a file that may not grow is full, loses nothing, and goes on when it may', async () => {
  const file = openedLedgerFile(join(folder, 'bounded.sqlite'))
  await valued(file.ledgers.create(headerOf(east, year)))
  file.database.connection.exec('PRAGMA max_page_count = 60')
  const appends = await fill(file)
  expect(appends).toBeGreaterThan(5)
  expect(await file.ledgers.create(headerOf(east, nextYear))).toMatchObject({ ok: true })
  file.database.connection.exec('PRAGMA max_page_count = 10000')
  const bare = { damages: [], sound: { assessments: 2 } }
  expect(await valued(file.check())).toMatchObject(bare)
  await goesOn(file, appends)
  file.close()
})

describe('without the right to write', () => {
  const { geteuid, seteuid } = process
  const isRoot = geteuid?.() === 0
  const nobody = 65_534

  test.each<[string, file: number, folder: number]>([
    ['a read-only file', 0o444, 0o777],
    ['a read-only folder', 0o666, 0o555],
    ['both', 0o444, 0o555],
  ])('%s is read and says that it is read-only', async (name, fileMode, folderMode) => {
    const own = join(folder, name)
    const path = join(own, 'ledger.sqlite')
    mkdirSync(own)
    const before = openedLedgerFile(path)
    await fillLedgerFile(before)
    before.close()
    chmodSync(folder, 0o755)
    chmodSync(path, fileMode)
    chmodSync(own, folderMode)
    if (isRoot) seteuid?.(nobody)
    try {
      const file = openedLedgerFile(path)
      expect(await append(file.ledgers, 'late')).toMatchObject({
        ok: false,
        refusal: { code: 'store-read-only', message: expect.stringContaining(path) },
      })
      expect(await valued(file.ledgers.read(east, year, 0, 3))).toHaveLength(3)
      file.close()
    } finally {
      if (isRoot) seteuid?.(0)
      chmodSync(own, 0o755)
      chmodSync(path, 0o644)
    }
    const again = openedLedgerFile(path)
    expect(await append(again.ledgers, 'late')).toMatchObject({ ok: true })
    again.close()
  })

  test('a folder in which no file can be made', () => {
    const own = join(folder, 'closed')
    mkdirSync(own, 0o555)
    if (isRoot) seteuid?.(nobody)
    try {
      const refusal = { code: 'store-unreachable', message: expect.stringContaining(own) }
      expect(openLedgerFile(join(own, 'ledger.sqlite'), nodeDigester)).toMatchObject({ ok: false, refusal })
    } finally {
      if (isRoot) seteuid?.(0)
    }
  })
})

/** A disk of its own needs the right to mount, so this is of the long form only. */
if (process.env['TORTURE'])
  describe.each(['200k', '400k', '1m', '3m'])('a disk of %s', (size) => {
    const disk = join(folder, size)
    beforeAll(() => {
      mkdirSync(disk)
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk])
    })
    afterAll(() => execFileSync('umount', ['-l', disk]))

    test('is full, loses nothing, and goes on when there is room', async () => {
      const file = openedLedgerFile(join(disk, 'ledger.sqlite'))
      await valued(file.ledgers.create(headerOf(east, year)))
      const appends = await fill(file)
      const held = await everythingIn(file)
      execFileSync('mount', ['-o', 'remount,size=64m', disk])
      expect(await everythingIn(file)).toEqual(held)
      await goesOn(file, appends)
      file.close()
    })
  })
