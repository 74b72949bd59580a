import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { id } from '../../src/core/kernel/identifiers.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import { ALL_CASES } from '../detections/all-cases.ts'
import { asked, asSuspected, LINE, PERIOD, type DetectionCase } from '../detections/detection-case.ts'
import { testTables } from '../detections/tables.ts'
import { askedFor } from '../fixtures/kept-records.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { doorsTo, loadedRecords, type LoadedRecords } from './loaded-records.ts'

let cluster: LoadedRecords
beforeAll(async () => {
  cluster = await loadedRecords(doorsTo(inject('clickHouseUrls')), `answers_${process.pid}`)
})
afterAll(async () => cluster.leave())

describe.each(ALL_CASES)('$detection', ({ detection, rows }) => {
  test.each<DetectionCase>(rows)('%s', async (_title, records, suspected, how = {}) => {
    const centers = how.centers ?? ['a', 'b']
    await cluster.load(testTables(records, { line: LINE, centers, from: PERIOD.from, to: PERIOD.to }))
    const run = asked(detection, how)
    const query = askedFor(
      run.sql,
      DATA_SETS.map(({ name }) => name),
      { centers: centers.map((one) => id(one)), maxRows: 10_000 },
    )
    const answer = valueOf(await cluster.queries.query(cluster.tenantId, query))
    expect(asSuspected(run, answer.columns, answer.rows)).toEqual(suspected)
  })
})
