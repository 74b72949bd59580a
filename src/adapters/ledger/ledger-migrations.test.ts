import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { valued } from '../../../test/conformance/valued.ts'
import {
  batchAfter,
  east,
  genesis,
  headerOf,
  messageOf,
  noon,
  sha256,
  year,
} from '../../../test/fixtures/ledger-batches.ts'
import { smallRubric } from '../../../test/fixtures/small-rubric.ts'
import type { MessageId } from '../../app/ports/outbox.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import { nodeDigester } from '../digests/node-digester.ts'
import { openDatabase, type Database } from '../sqlite/open-database.ts'
import { sqliteAsk } from '../sqlite/sqlite-sql.ts'
import { textOf } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'
import { deliveryRows, DUE_TENANTS } from './delivery-rows.ts'
import { openLedgerFile, type OpenLedgerFile } from './ledger-file.ts'
import { LEDGER_MIGRATIONS } from './ledger-migrations.ts'
import { ledgerRows } from './ledger-rows.ts'
import { messageRows } from './message-rows.ts'
import { RUBRIC_STATEMENTS, sqlRubricArchive } from './sql-rubric-archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-migrations-'))
afterAll(() => rmSync(folder, { recursive: true }))

const header = headerOf(east, year)
const batch = batchAfter(genesis(header), 'one', { count: 3 })
const notice = '通知'
const adopted = {
  rubric: smallRubric,
  rubricDigest: sha256(canonicalJson(smallRubric)),
  notice,
  noticeDigest: sha256(notice),
}

/** What a file of the version can hold, put there; and what must be found when it has gone forward. */
const versions: readonly (readonly [
  version: number,
  fill: (database: Database) => Promise<void>,
  find: (file: OpenLedgerFile) => Promise<void>,
])[] = [
  [
    1,
    async (database) => {
      const rows = ledgerRows(database)
      rows.addHeader(header)
      rows.addHead(east, year, batch.expected)
      for (const entry of batch.entries) rows.addEvent(east, year, entry)
      rows.moveHead(east, year, batch.expected, { seq: 3, digest: batch.entries[2]?.digest ?? sha256('') })
      rows.addKey(east, { ...batch.key, assessmentId: year, firstSeq: 1, lastSeq: 3 })
      await valued(sqlRubricArchive(sqliteAsk(database, RUBRIC_STATEMENTS)).keep(east, adopted))
    },
    async ({ ledgers, rubrics }) => {
      expect(await valued(ledgers.headers(east))).toEqual([header])
      expect(await valued(ledgers.read(east, year, 0, 10))).toEqual(batch.entries)
      const recalled = await valued(ledgers.recall(east, year, batch.key))
      expect(recalled).toEqual({ kind: 'repeated', firstSeq: 1, lastSeq: 3 })
      expect(await valued(rubrics.list(east))).toEqual([adopted])
    },
  ],
  [
    2,
    async (database) => {
      const delivery = { messageId: 'm1' as MessageId, channel: 'mail', receiver: 'a@x', dueAt: noon } as const
      messageRows(database).lay(east, [messageOf('m1'), messageOf('m2')])
      const message = messageRows(database).find.get(east, 'm1')
      if (message !== null) messageRows(database).markPlanned(east, message)
      const fresh = { attempts: 0, state: 'waiting', takenAt: null, lastError: null } as const
      deliveryRows(database).add(east, { ...delivery, ...fresh })
    },
    async ({ outbox }) => {
      expect(await valued(outbox.messages(east, [messageOf('m1').to], null, 9))).toHaveLength(2)
      expect(await valued(outbox.unplanned(east, 9))).toEqual([messageOf('m2')])
      expect(await valued(outbox.take(east, noon, noon, 9))).toMatchObject([{ receiver: 'a@x', messageId: 'm1' }])
    },
  ],
  [
    3,
    async () => undefined,
    async ({ looks }) => {
      expect(await valued(looks.standings())).toEqual([{ tenantId: east, assessmentId: year, seq: 3, look: null }])
    },
  ],
]

test('every version has rows to be tested with', () => {
  expect(versions.map(([version]) => version)).toEqual(LEDGER_MIGRATIONS.map((_, at) => at + 1))
})

test.each(versions)('a file of version %i goes forward and keeps what it holds', async (version) => {
  const path = join(folder, `${version}.sqlite`)
  const old = openDatabase(path, LEDGER_MIGRATIONS.slice(0, version))
  if (!old.ok) throw new Error(old.refusal.message)
  const upTo = versions.slice(0, version)
  for (const [, fill] of upTo) await fill(old.value)
  old.value.close()
  const file = opened(path)
  for (const [, , find] of upTo) await find(file)
  expect(await valued(file.check())).toMatchObject({ damages: [], sound: { assessments: 1, events: 3 } })
  const head = await valued(file.ledgers.head(east, year))
  const more = batchAfter(head, 'two', { messages: [messageOf('m3')] })
  expect(await valued(file.ledgers.append(east, year, more))).toMatchObject({ kind: 'appended' })
  file.close()
})

test('which tenants have something to be sent is looked for in indexes only', () => {
  const file = opened(join(folder, 'due.sqlite'))
  const plan = prepare(file.database, `EXPLAIN QUERY PLAN ${DUE_TENANTS.text}`, (row) => textOf(row, 'detail'))
  const searched = plan.all(noon, noon).filter((detail) => / (?:messages|deliveries) /.test(detail))
  file.close()
  expect(searched.map((detail) => /^SEARCH .* INDEX (\w+)/.exec(detail)?.[1])).toEqual([
    'messages_unplanned',
    'deliveries_due',
    'deliveries_due',
  ])
})

test('a file of a newer version is refused', () => {
  const path = join(folder, 'newer.sqlite')
  const newer = openDatabase(path, [...LEDGER_MIGRATIONS, 'CREATE TABLE later (a TEXT) STRICT'])
  if (newer.ok) newer.value.close()
  expect(openLedgerFile(path, nodeDigester)).toMatchObject({ ok: false, refusal: { code: 'store-newer' } })
})

describe('what is evidence cannot be changed by SQL', () => {
  const file = opened(join(folder, 'guarded.sqlite'))
  afterAll(() => file.close())

  test.each([
    ["UPDATE events SET body = '{}'", 'never changed'],
    ['DELETE FROM events WHERE seq = 2', 'never removed'],
    [
      "INSERT OR REPLACE INTO events SELECT tenant_id, assessment_id, seq, '{}', body_digest, previous, digest FROM events",
      'never',
    ],
    ["UPDATE headers SET notice_digest = 'x'", 'never changed'],
    ['DELETE FROM headers', 'never removed'],
    ["UPDATE keys SET request = 'x'", 'never changed'],
    ['DELETE FROM keys', 'never removed'],
    ["UPDATE rubrics SET notice = 'x'", 'never changed'],
    ['DELETE FROM rubrics', 'never removed'],
    ['UPDATE heads SET seq = 1', 'go forward only'],
    ["UPDATE heads SET digest = 'x'", 'go forward only'],
    ['DELETE FROM heads', 'never removed'],
  ])('%s', async (sql, message) => {
    await valued(file.ledgers.create(header))
    await valued(file.ledgers.append(east, year, batch))
    await valued(file.rubrics.keep(east, adopted))
    expect(() => file.database.connection.exec(sql)).toThrow(message)
    expect(await valued(file.check())).toMatchObject({ damages: [] })
  })
})

function opened(path: string): OpenLedgerFile {
  const file = openLedgerFile(path, nodeDigester)
  if (!file.ok) throw new Error(file.refusal.message)
  return file.value
}
