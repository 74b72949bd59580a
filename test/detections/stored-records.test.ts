import { describe, expect, test } from 'vitest'
import { boundRecordsSql } from '../../src/core/detection/bind-parameters.ts'
import type { DataSetName } from '../../src/core/records/data-set.ts'
import { askedFor, recordHouse } from '../fixtures/kept-records.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { ALL_CASES } from './all-cases.ts'
import { asked, asSuspected } from './detection-case.ts'
import type { TestRecords } from './tables.ts'

/** Over Parquet files as the store keeps and reads them: of each detection the first rows that it finds something in. */
describe('kept by the store, the same is found', () => {
  test.each(ALL_CASES)('$detection', async ({ detection, rows }) => {
    const found = rows.find(([, , suspected, how]) => suspected.length > 0 && how?.centers === undefined)
    if (!found) throw new Error(`${detection} finds nothing`)
    const [, records, suspected, how = {}] = found
    const run = asked(detection, how)
    const answer = await answered(records, run.sql, run.detection.dataSets)
    expect(asSuspected(run, answer.columns, answer.rows)).toEqual(suspected)
  })

  test.each<[name: string, period: string, records: TestRecords, refs: string[]]>([
    [
      'articles-few',
      '2021-03',
      { articles: ['2021-02-28', '2021-03-01', '2021-03-31', '2021-04-01'].map(article) },
      ['articles/sys/2@1', 'articles/sys/3@1'],
    ],
    [
      'general-counter-share',
      '2021',
      {
        counters: [
          counter('general'),
          counter('special', { closes_on: '2021-01-01' }),
          counter('special', { closes_on: '2020-12-31' }),
          counter('special', { opens_on: '2021-12-31' }),
          counter('special', { opens_on: '2022-01-01' }),
          counter('reception'),
          { ...counter('general'), center_id: 'b' },
        ],
      },
      ['counters/sys/1@1', 'counters/sys/2@1', 'counters/sys/4@1'],
    ],
  ])('and the records behind %s of %s', async (name, period, records, refs) => {
    const { detection, setting } = asked(name, {})
    const sql = boundRecordsSql(detection, setting, { centerId: 'a', period }) ?? ''
    const { rows } = await answered(records, sql, detection.dataSets)
    expect(rows.map(([ref]) => String(ref)).toSorted()).toEqual(refs)
  })
})

async function answered(records: TestRecords, sql: string, dataSets: readonly DataSetName[]) {
  const house = recordHouse()
  try {
    await house.keep(records)
    const { records: store } = await house.open()
    return valueOf(await store.query(house.tenantId, askedFor(sql, dataSets)))
  } finally {
    house.leave()
  }
}

function article(day: string) {
  return { center_id: 'a', title: '简讯', submitted_on: day }
}

function counter(kind: string, more: Readonly<Record<string, string>> = {}) {
  return { center_id: 'a', counter_id: '1', kind, opens_on: '2020-01-01', ...more }
}
