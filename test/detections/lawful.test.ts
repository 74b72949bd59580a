import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { runSelect } from '../../src/adapters/records/run-select.ts'
import { detect, type Ask } from '../../src/app/detecting/detect.ts'
import { learn } from '../../src/app/detecting/learn.ts'
import { id, type CenterId, type PersonId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import type { AssessmentState } from '../../src/core/ledger/assessment-state.ts'
import type { Digest, DigestOf } from '../../src/core/ledger/chain.ts'
import { decide } from '../../src/core/ledger/decide.ts'
import { replay } from '../../src/core/ledger/evolve.ts'
import type { LedgerEvent, LedgerFact } from '../../src/core/ledger/ledger-event.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'
import { ALL_CASES } from './all-cases.ts'
import { LINE, NOTICE, PERIOD, readDetection, settingOf } from './detection-case.ts'
import { openTestDatabase, putTables, testTables, type TestDatabase } from './tables.ts'

const rubric = JSON.parse(readFileSync(new URL('rubric.json', NOTICE), 'utf8')) as Rubric
const digestOf: DigestOf = (text) => createHash('sha256').update(text).digest('hex') as Digest
const at = timestamp('2022-02-01T09:00:00+08:00')
const stamp = { by: id<PersonId>('clerk-1'), actedAt: at, recordedAt: at }
const quiet = { note: () => {}, signal: null }

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  return () => database.connection.closeSync()
})

function enrolled(centers: readonly string[]): AssessmentState {
  const facts: LedgerFact[] = [
    { type: 'AssessmentOpened', rubricId: rubric.id, periodFrom: PERIOD.from, periodTo: PERIOD.to },
    ...centers.map((center): LedgerFact => ({ type: 'CenterEnrolled', centerId: id<CenterId>(center), name: center })),
  ]
  return replay(facts.map((fact, index): LedgerEvent => ({ ...fact, ...stamp, seq: index + 1 })))
}

/** What the SQL of a detection finds must be what the rubric lets be alleged under its clause. */
test.each(ALL_CASES.map(({ detection, rows }) => [detection, rows] as const))(
  'what %s finds can be raised under its clause',
  async (name, rows) => {
    const { text } = readDetection(name)
    let raised = 0
    for (const [title, records, , asked = {}] of rows) {
      if (asked.parameters) continue
      const centers = asked.centers ?? ['a', 'b']
      await putTables(database, testTables(records, { line: LINE, centers, from: PERIOD.from, to: PERIOD.to }))
      const ask: Ask = (sql) => runSelect(database.connection, sql, 10_000)
      const given = {
        rubric,
        centers: new Set(centers.map((center) => id<CenterId>(center))),
        setting: settingOf(asked),
        basis: { dataDigest: '0'.repeat(64), calendarVersion: LINE.version },
        heldSets: new Set(DATA_SETS.map((set) => set.name)),
        digestOf,
      }
      const runs = await detect(given, [{ name, text }], ask, quiet)
      const state = enrolled(centers)
      const { facts } = learn(rubric, state, digestOf, runs)
      raised += facts.length
      const refused = facts.flatMap((fact) => {
        const verdict = decide(state, rubric, { ...fact, ...stamp })
        return verdict.ok ? [] : [verdict.refusal.message]
      })
      expect([title, runs.flatMap((run) => (run.ran === null ? [run.refusal.message] : [])), refused]).toEqual([
        title,
        [],
        [],
      ])
    }
    expect(raised).toBeGreaterThan(0)
  },
)
