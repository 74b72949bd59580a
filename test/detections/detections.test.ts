import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkDetection } from '../../src/core/detection/check-detection.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'
import { asSuspected, LINE, NOTICE, PERIOD, readDetection, sqlOf, type DetectionCase } from './detection-case.ts'
import { ALL_CASES } from './all-cases.ts'
import { openTestDatabase, putTables, testTables, type TestDatabase } from './tables.ts'

const names = readdirSync(new URL('detections/', NOTICE))
  .filter((name) => name.endsWith('.sql'))
  .map((name) => name.slice(0, -'.sql'.length))
const rubric = JSON.parse(readFileSync(new URL('rubric.json', NOTICE), 'utf8')) as Rubric

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  return () => database.connection.closeSync()
})

test.each(names)('%s fits the rubric and would run on every engine', (name) =>
  expect(checkDetection(readDetection(name), rubric)).toEqual([]),
)

test('every detection has rows that it finds and rows that it passes over', () => {
  const tried = ALL_CASES.map(({ detection, rows }) => ({
    detection,
    finds: rows.some(([, , suspected]) => suspected.length > 0),
    passes:
      rows.some(([, , suspected]) => suspected.length === 0) || readDetection(detection).shape.kind === 'measures',
  }))
  expect(tried.toSorted((one, other) => (one.detection < other.detection ? -1 : 1))).toEqual(
    names.map((detection) => ({ detection, finds: true, passes: true })),
  )
})

describe.each(ALL_CASES)('$detection', ({ detection, rows }) => {
  test.each<DetectionCase>(rows)('%s', async (_title, records, suspected, asked = {}) => {
    const setting = { line: LINE, centers: asked.centers ?? ['a', 'b'], from: PERIOD.from, to: PERIOD.to }
    await putTables(database, testTables(records, setting))
    const answer = await database.connection.runAndReadAll(sqlOf(detection, asked))
    expect(asSuspected(answer.columnNames(), answer.getRowsJson())).toEqual(suspected)
  })
})
