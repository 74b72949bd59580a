import { expect, test } from 'vitest'
import { LEDGER_MIGRATIONS } from '../../src/adapters/ledger/ledger-migrations.ts'
import type { Postgres } from '../../src/adapters/postgres/open-postgres.ts'
import type { LedgerTurn } from '../../src/app/ports/ledger-store.ts'
import { id, type AssessmentId } from '../../src/core/kernel/identifiers.ts'
import { valued } from '../conformance/valued.ts'
import { batchAfter, east, genesis, headerOf, messageOf, year } from '../fixtures/ledger-batches.ts'
import { openedLedger } from './opened-ledger.ts'

const { node, make } = openedLedger()
const start = genesis(headerOf(east, year))

async function two() {
  const { ledgers } = await make()
  await valued(ledgers.create(headerOf(east, year)))
  return Promise.all([node(), node()])
}

test('who has the turn appends what was decided in it, and who appends out of turn waits and is told', async () => {
  const [one, other] = await two()
  const late: Promise<unknown>[] = []
  const done = await valued(
    one.ledgers.inTurn(east, year, async ({ head, append }) => {
      late.push(valued(other.ledgers.append(east, year, batchAfter(start, 'late'))))
      expect(await valued(one.ledgers.head(east, year))).toEqual(head)
      await waits(one.postgres)
      return valued(append(batchAfter(head, 'in turn', { messages: [messageOf('m1')] })))
    }),
  )
  expect(done).toMatchObject({ kind: 'appended', head: { seq: 1 } })
  expect(await Promise.all(late)).toMatchObject([{ kind: 'moved', head: { seq: 1 } }])
})

test('turns are given in the order in which they were asked for', async () => {
  const [one, other] = await two()
  const asked: Promise<unknown>[] = []
  const had: number[] = []
  await valued(
    one.ledgers.inTurn(east, year, async () => {
      for (const n of [0, 1, 2, 3]) {
        const { ledgers } = n % 2 === 0 ? other : one
        asked.push(
          valued(
            ledgers.inTurn(east, year, async ({ head, append }) => {
              had.push(n)
              return valued(append(batchAfter(head, `turn ${n}`)))
            }),
          ),
        )
        await waits(one.postgres, n + 1)
      }
    }),
  )
  expect(await Promise.all(asked)).toMatchObject([1, 2, 3, 4].map((seq) => ({ kind: 'appended', head: { seq } })))
  expect(had).toEqual([0, 1, 2, 3])
})

test('who loses the connection in its turn has appended nothing, and the next has its own', async () => {
  const [one, other] = await two()
  const done = await valued(
    one.ledgers.inTurn(east, year, async ({ head, append }) => {
      await other.postgres.pool.query(
        // Of this ledger alone: other files have turns on the same server meanwhile.
        `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = 20210003 AND granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND objid::bigint = hashtext(current_schema() || ' ' || $1 || ' ' || $2)::bigint & 4294967295`,
        [east, year],
      )
      return append(batchAfter(head, 'one'))
    }),
  )
  expect(done).toMatchObject({ ok: false, refusal: { code: 'store-unreachable' } })
  const next = (turn: LedgerTurn) => valued(turn.append(batchAfter(turn.head, 'two')))
  expect(await valued(other.ledgers.inTurn(east, year, next))).toMatchObject({ kind: 'appended', head: { seq: 1 } })
  expect(await valued(one.ledgers.inTurn(east, year, next))).toMatchObject({ kind: 'repeated' })
})

test('who does nothing in its turn for too long loses it to those who wait, and is told to ask again', async () => {
  const [one, other] = await two()
  const done = await valued(
    one.ledgers.inTurn(east, year, async ({ head, append }) => {
      // Stands in line until the turn is lost.
      expect(await valued(other.ledgers.append(east, year, batchAfter(head, 'next')))).toMatchObject({
        kind: 'appended',
      })
      return append(batchAfter(head, 'one'))
    }),
  )
  expect(done).toMatchObject({ ok: false, refusal: { code: 'store-busy' } })
  expect(await valued(one.ledgers.head(east, year))).toMatchObject({ seq: 1 })
})

test('turns at more ledgers than there are connections come to an end', async () => {
  const [one] = await two()
  const years = Array.from({ length: 25 }, (_, at) => id<AssessmentId>(`y${at}`))
  for (const assessmentId of years) await valued(one.ledgers.create(headerOf(east, assessmentId)))
  const done = await Promise.all(
    years.map(async (assessmentId) =>
      valued(
        one.ledgers.inTurn(east, assessmentId, async ({ append }) =>
          valued(append(batchAfter(await valued(one.ledgers.head(east, assessmentId)), `in ${assessmentId}`))),
        ),
      ),
    ),
  )
  expect(done.every(({ kind }) => kind === 'appended')).toBe(true)
})

test('tables that a newer version widens wait for a turn, and the turn does not wait for them', async () => {
  const [one, other] = await two()
  const migrating: Promise<unknown>[] = []
  const wider = 'ALTER TABLE events ADD COLUMN later text; ALTER TABLE heads ADD COLUMN later text;'
  const done = await valued(
    one.ledgers.inTurn(east, year, async ({ head, append }) => {
      migrating.push(other.postgres.store('ledger', [...LEDGER_MIGRATIONS, wider]))
      await waits(one.postgres)
      expect(await valued(one.ledgers.read(east, year, 0, 10))).toEqual([])
      return valued(append(batchAfter(head, 'in turn')))
    }),
  )
  expect(done).toMatchObject({ kind: 'appended', head: { seq: 1 } })
  expect(await Promise.all(migrating)).toMatchObject([{ ok: true }])
})

/** Until so many stand in line for a lock on these ledgers: other files have theirs on the same server. */
async function waits({ pool }: Pick<Postgres, 'pool'>, many = 1): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ n: number }>(
      `SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%heads%'
        AND pid IN (SELECT pid FROM pg_locks WHERE relation = 'heads'::regclass)`,
    )
    if ((rows[0]?.n ?? 0) >= many) return
  }
}
