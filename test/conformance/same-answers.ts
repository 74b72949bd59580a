import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Audience, MessageId } from '../../src/app/ports/outbox.ts'
import { plusSeconds } from '../../src/core/kernel/elapsed.ts'
import { id, type CenterId } from '../../src/core/kernel/identifiers.ts'
import type { Outcome } from '../../src/core/kernel/outcome.ts'
import {
  batchAfter,
  east,
  genesis,
  headerOf,
  messageOf,
  nextYear,
  noon,
  sha256,
  west,
  year,
} from '../fixtures/ledger-batches.ts'
import type { MakeLedgerFile } from './ledger-store.ts'

type Files = Awaited<ReturnType<MakeLedgerFile>>
type Step = (file: Files) => Promise<Outcome<unknown>>

/** Whatever is asked in whatever order, a store answers what the one in memory answers. */
export function answersLikeMemory(name: string, inMemory: MakeLedgerFile, make: MakeLedgerFile): void {
  test(`${name} answers any sequence of requests as memory does`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 50 }), async (steps) => {
        const [model, file] = [await inMemory(), await make()]
        try {
          for (const run of [...steps, ...everything]) expect(facts(await run(file))).toEqual(facts(await run(model)))
        } finally {
          await model.close()
          await file.close()
        }
      }),
      { numRuns: process.env['NIGHTLY'] ? 2_000 : 50 },
    )
  })
}

/** The sentence of a refusal may name the file; where a message stands among others is told by its row. */
function facts(outcome: Outcome<unknown>): unknown {
  if (!outcome.ok) return outcome.refusal.code
  return Array.isArray(outcome.value) ? outcome.value.map(withoutPlace) : outcome.value
}

function withoutPlace(row: object): object {
  return 'place' in row ? { ...row, place: null } : row
}

const audiences: readonly Audience[] = [
  { kind: 'role', role: 'assessor' },
  { kind: 'center', centerId: id<CenterId>('c1') },
]
const tenant = fc.constantFrom(east, west)
const assessment = fc.constantFrom(year, nextYear)
const name = fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6')
const receiver = fc.constantFrom('a@x', 'b@x')
const moment = fc.integer({ min: -3, max: 3 }).map((seconds) => plusSeconds(noon, seconds))
const message = fc.tuple(name, fc.constantFrom(...audiences)).map(([one, to]) => messageOf(one, to))
const messages = fc.array(message, { maxLength: 3 })
const limit = fc.integer({ min: 1, max: 4 })

const create = fc.tuple(tenant, assessment, fc.constantFrom('sha256', 'sm3')).map(
  ([one, which, algorithm]): Step =>
    (file) =>
      file.ledgers.create(headerOf(one, which, algorithm)),
)

/** From where the ledger stands, or from where it began. */
const append = fc
  .record({
    tenant,
    assessment,
    key: name,
    request: fc.constantFrom('r1', 'r2'),
    messages,
    count: limit,
    isLate: rare(),
  })
  .map(({ tenant, assessment, key, isLate, ...options }): Step => async ({ ledgers }) => {
    const head = await ledgers.head(tenant, assessment)
    const expected = head.ok && !isLate ? head.value : genesis(headerOf(tenant, assessment))
    return ledgers.append(tenant, assessment, batchAfter(expected, key, options))
  })
const recall = fc.tuple(tenant, assessment, name, fc.constantFrom('r1', 'r2')).map(
  ([one, which, key, request]): Step =>
    ({ ledgers }) =>
      ledgers.recall(one, which, { key, request: sha256(request) }),
)
const read = fc.tuple(tenant, assessment, fc.nat(6), limit).map(
  ([one, which, after, most]): Step =>
    ({ ledgers }) =>
      ledgers.read(one, which, after, most),
)
const lay = fc.tuple(tenant, messages).map(
  ([one, laid]): Step =>
    ({ outbox }) =>
      outbox.lay(one, laid),
)
const plan = fc
  .tuple(tenant, name, fc.array(fc.tuple(fc.constantFrom('mail', 'webhook'), receiver, moment), { maxLength: 3 }))
  .map(([one, key, planned]): Step => {
    const deliveries = planned.map(([channel, receiver, dueAt]) => ({ channel, receiver, dueAt }))
    return ({ outbox }) => outbox.plan(one, key as MessageId, deliveries)
  })
const take = fc.tuple(tenant, moment, moment, limit).map(
  ([one, now, stale, most]): Step =>
    ({ outbox }) =>
      outbox.take(one, now, stale, most),
)
const result = fc.oneof(
  moment.map((at) => ({ state: 'sent', at }) as const),
  moment.map((dueAt) => ({ state: 'waiting', dueAt, error: '忙' }) as const),
  fc.constant({ state: 'given-up', error: '无此地址' } as const),
)
const settle = fc.tuple(tenant, name, fc.constantFrom('mail', 'webhook'), receiver, result).map(
  ([one, key, channel, receiver, how]): Step =>
    ({ outbox }) =>
      outbox.settle(one, { messageId: key as MessageId, channel, receiver }, how),
)
const step = fc.oneof(
  { arbitrary: create, weight: 2 },
  { arbitrary: append, weight: 8 },
  recall,
  read,
  lay,
  { arbitrary: plan, weight: 3 },
  { arbitrary: take, weight: 2 },
  { arbitrary: settle, weight: 2 },
)

/** All that can be read, at the end. */
const everything: readonly Step[] = [east, west].flatMap((one): Step[] => [
  ({ ledgers }) => ledgers.headers(one),
  ...[year, nextYear].flatMap((which): Step[] => [
    ({ ledgers }) => ledgers.head(one, which),
    ({ ledgers }) => ledgers.read(one, which, 0, 1_000),
  ]),
  ({ outbox }) => outbox.messages(one, audiences, null, 1_000),
  ({ outbox }) => outbox.unplanned(one, 1_000),
  ({ outbox }) => outbox.counts(one),
])

function rare(): fc.Arbitrary<boolean> {
  return fc.nat(5).map((n) => n === 0)
}
