import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine'
import type { RecordEngine, RecordLimits } from './record-facts.ts'

/** json-rules-engine: a rule a detection, an engine a data set, picked before the run; one run a record. */
export function recordJsonRules(limits: RecordLimits): RecordEngine {
  const engines = new Map(
    Object.entries(rulesOf(limits)).map(([dataSet, rules]) => [dataSet, new Engine([...rules])] as const),
  )
  return async (records) => {
    const found: string[] = []
    for (const record of records) {
      const ran = await engines.get(record.dataSet)?.run({ ...record })
      for (const { type } of ran?.events ?? []) found.push(`${type} ${record.ref}`)
    }
    return found
  }
}

function rulesOf(limits: RecordLimits): Readonly<Record<string, readonly RuleProperties[]>> {
  return {
    service_cases: [
      rule('online-response-late', {
        all: [
          is('channel', 'equal', 'online'),
          { any: [is('isAnswered', 'equal', true), is('status', 'notEqual', 'withdrawn')] },
          is('days', 'greaterThan', limits.response_working_days),
        ],
      }),
      rule('receipt-missing', {
        all: [
          is('caseType', 'equal', 'promised'),
          is('hasReceipt', 'equal', false),
          {
            any: [
              is('status', 'equal', 'completed'),
              { all: [is('status', 'equal', 'in-progress'), is('isAnswered', 'equal', true)] },
            ],
          },
        ],
      }),
    ],
    ratings: [
      rule('poor-rating-substantiated', {
        all: [
          is('stars', 'lessThanInclusive', limits.poor_stars),
          is('verification', 'equal', 'substantiated'),
          is('responsibility', 'in', ['', 'center', 'staff']),
          is('channel', 'notEqual', 'system-default'),
          is('isExcluded', 'equal', 'no'),
        ],
      }),
    ],
    appointments: [
      rule('appointment-late', {
        any: [
          {
            all: [
              { any: [is('isAnswered', 'equal', true), is('status', 'equal', 'waiting')] },
              is('days', 'greaterThan', limits.confirm_working_days),
            ],
          },
          is('waitedSeconds', 'greaterThan', limits.wait_minutes * 60),
        ],
      }),
    ],
    equipment_faults: [
      rule('equipment-repair-late', {
        all: [is('responsibility', 'in', ['center', 'staff']), is('days', 'greaterThan', limits.repair_working_days)],
      }),
    ],
  }
}

function rule(type: string, conditions: TopLevelCondition): RuleProperties {
  return { conditions, event: { type } }
}

function is(fact: string, operator: string, value: unknown) {
  return { fact, operator, value }
}
