import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkDetection } from '../../src/core/detection/check-detection.ts'
import { ALL_CASES } from './all-cases.ts'
import {
  asked,
  asSuspected,
  LINE,
  NOTICE,
  PERIOD,
  readDetection,
  RUBRIC,
  type DetectionCase,
} from './detection-case.ts'
import { openTestDatabase, putTables, testTables, type TestDatabase } from './tables.ts'

const names = readdirSync(new URL('detections/', NOTICE))
  .filter((name) => name.endsWith('.sql'))
  .map((name) => name.slice(0, -'.sql'.length))

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  return () => database.connection.closeSync()
})

test.each(names)('%s fits the rubric and would run on every engine', (name) =>
  expect(checkDetection(readDetection(name), RUBRIC)).toEqual([]),
)

test('every detection has rows that it finds and rows that it passes over', () => {
  const isFound = (line: string, name: string) => line.endsWith('!') || readDetection(name).shape.kind === 'rows'
  const tried = ALL_CASES.map(({ detection, rows }) => ({
    detection,
    finds: rows.some(([, , suspected]) => suspected.some((line) => isFound(line, detection))),
    passes: rows.some(([, , suspected]) => !suspected.some((line) => isFound(line, detection))),
  }))
  expect(tried.toSorted((one, other) => (one.detection < other.detection ? -1 : 1))).toEqual(
    names.map((detection) => ({ detection, finds: true, passes: true })),
  )
})

describe.each(ALL_CASES)('$detection', ({ detection, rows }) => {
  test.each<DetectionCase>(rows)('%s', async (_title, records, suspected, how = {}) => {
    const setting = { line: LINE, centers: how.centers ?? ['a', 'b'], from: PERIOD.from, to: PERIOD.to }
    await putTables(database, testTables(records, setting))
    const run = asked(detection, how)
    const answer = await database.connection.runAndReadAll(run.sql)
    expect(asSuspected(run, answer.columnNames(), answer.getRowsJson())).toEqual(suspected)
  })
})
