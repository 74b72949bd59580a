import { describe, expect, test } from 'vitest'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { id, type CenterId, type ClauseId, type EventKey, type FindingId } from '../../core/kernel/identifiers.ts'
import { addDays, plainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { replay } from '../../core/ledger/evolve.ts'
import { generateYear } from './generate-year.ts'
import type { RaisedSuspicion, YearSetting } from './year-setting.ts'

const centers = ['a', 'b', 'c'].map((name) => ({ id: id<CenterId>(name), name: `中心${name}` }))
const covered = new Set<ClauseId>([clauses.vacated, clauses.village, clauses.poorRating])
const period = { from: plainDate('2021-01-01'), to: plainDate('2021-12-31') }

/** Forty suspicions of each center, the year round. */
const suspicions = centers.flatMap(({ id: centerId }) =>
  Array.from({ length: 40 }, (_, at): RaisedSuspicion => {
    const clauseId = [clauses.vacated, clauses.village, clauses.poorRating][at % 3] ?? clauses.vacated
    return {
      type: 'SuspicionRaised',
      findingId: id<FindingId>(`seen-${centerId}-${at}`),
      centerId,
      clauseId,
      occurrences: 1,
      occurredOn: addDays(period.from, 9 * at + 5),
      eventKey: clauseId === clauses.poorRating ? id<EventKey>(`rating:${centerId}-${at}`) : null,
      measured: null,
      level: null,
      unmet: null,
      description: '工作人员没有到岗到位：一次',
      detection: 'made-up',
      records: [`openings/attendance/${centerId}-${at}@1`],
      basis: null,
    }
  }),
)

const setting: YearSetting = {
  rubric: smallRubric,
  centers,
  period,
  calendar: {
    version: '2021',
    from: period.from,
    to: plainDate('2022-03-01'),
    restDays: new Set(),
    workDays: new Set(),
  },
  seed: 3,
  found: { clauses: covered, suspicions },
}

const events = generateYear(setting)
const findings = [...replay(events).findings.values()]

describe('a year whose records were looked at', () => {
  test('raises each suspicion as it was found, when its month is over', () => {
    const raised = events.filter((event) => event.type === 'SuspicionRaised')
    expect(raised).toHaveLength(suspicions.length)
    for (const suspicion of suspicions) {
      const event = raised.find(({ findingId }) => findingId === suspicion.findingId)
      expect(event).toMatchObject(suspicion)
      const day = event && dayOf(event.recordedAt)
      expect(day === period.to || String(day).slice(0, 7) > suspicion.occurredOn.slice(0, 7)).toBe(true)
    }
  })

  test('makes up nothing where detections look', () => {
    const madeUp = findings.filter(({ source }) => source !== 'records')
    expect(madeUp.length).toBeGreaterThan(20)
    expect(madeUp.filter(({ clauseId }) => covered.has(clauseId))).toEqual([])
  })

  test('decides some either way and leaves some open, the late ones mostly', () => {
    const seen = findings.filter(({ source }) => source === 'records')
    const standings = new Set(seen.map(({ standing }) => standing))
    expect([...standings]).toEqual(expect.arrayContaining(['substantiated', 'dismissed', 'suspected']))
    expect(
      seen.filter(({ standing }) => standing === 'suspected').every(({ occurredOn }) => occurredOn > '2021-11'),
    ).toBe(true)
  })

  test('knows an event that the records show under other clauses too', () => {
    const shown = new Set(suspicions.flatMap(({ eventKey }) => eventKey ?? []))
    const beside = findings.filter(
      ({ source, eventKey }) => source !== 'records' && eventKey !== null && shown.has(eventKey),
    )
    expect(beside.length).toBeGreaterThan(0)
  })
})
