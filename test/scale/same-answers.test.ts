import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { ClickDoor } from '../../src/adapters/clickhouse/click-door.ts'
import { id, type CenterId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import { ALL_CASES } from '../detections/all-cases.ts'
import { asked, asSuspected, LINE, PERIOD, type DetectionCase } from '../detections/detection-case.ts'
import { testTables, type TestTable } from '../detections/tables.ts'
import { askedFor } from '../fixtures/kept-records.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { openChdbDoor } from './engines/chdb-door.ts'
import { doorsTo, loadedRecords, type LoadedRecords } from './loaded-records.ts'

const ALL_SETS = DATA_SETS.map(({ name }) => name)

/** Each row of records is a district of its own, so that all are there at once and none sees another's. */
function districtOf(detection: string, title: string): TenantId {
  return id(`${detection}.${createHash('sha256').update(title).digest('hex').slice(0, 16)}`)
}

const districts = new Map<TenantId, readonly TestTable[]>(
  ALL_CASES.flatMap(({ detection, rows }) =>
    rows.map(
      ([title, records]) =>
        [
          districtOf(detection, title),
          testTables(records, { line: LINE, centers: [], from: PERIOD.from, to: PERIOD.to }),
        ] as const,
    ),
  ),
)

describe.each<[engine: string, doors: () => readonly ClickDoor[]]>([
  ['two shards of ClickHouse 18.16', () => doorsTo(inject('clickHouseUrls'))],
  ['a current ClickHouse', () => [openChdbDoor()]],
])('on %s', (_engine, doors) => {
  let cluster: LoadedRecords
  beforeAll(async () => {
    cluster = await loadedRecords(doors(), `answers_${process.pid}`)
    await cluster.load(districts)
  })
  afterAll(async () => cluster.leave())

  describe.each(ALL_CASES)('$detection', ({ detection, rows }) => {
    test.each<DetectionCase>(rows)('%s', async (title, _records, suspected, how = {}) => {
      const centers = (how.centers ?? ['a', 'b']).map((one) => id<CenterId>(one))
      const run = asked(detection, how)
      const query = askedFor(run.sql, ALL_SETS, { centers, maxRows: 10_000 })
      const answer = valueOf(await cluster.queries.query(districtOf(detection, title), query))
      expect(asSuspected(run, answer.columns, answer.rows)).toEqual(suspected)
    })
  })
})
