import { Engine, type RuleProperties } from 'json-rules-engine'
import { UNMEASURED } from './bare-columns.ts'
import type { BareTables } from './bare-tables.ts'
import type { PriceEngine } from './priced-finding.ts'

/**
 * json-rules-engine: one rule a clause, one run a finding, since its facts are those of one case. With `isPicked` each
 * clause has an engine of its own, chosen before the run: the fastest that it can be made to do this.
 */
export function jsonRules(tables: BareTables, isPicked: boolean): PriceEngine {
  const rules = tables.clauseIds.map((clauseId, at) => ruleOf(tables, clauseId, at))
  const whole = new Engine(rules)
  const own = new Map(tables.clauseIds.map((clauseId, at) => [clauseId as string, new Engine(rules.slice(at, at + 1))]))
  return async (findings, { charge }) => {
    charge.fill(0)
    let at = 0
    for (const finding of findings) {
      const engine = isPicked ? own.get(finding.clauseId) : whole
      const ran = await engine?.run({ ...finding })
      const params = ran?.events[0]?.params
      if (params) {
        const price = Number(params['price'])
        charge[at] = (price < 0 ? finding.decided : price) * (params['isOnce'] === true ? 1 : finding.occurrences)
      }
      at += 1
    }
  }
}

function ruleOf({ price, once, least, most }: BareTables, clauseId: string, at: number): RuleProperties {
  const bounds = [
    { fact: 'measured', operator: 'greaterThanInclusive', value: least[at] ?? 0 },
    { fact: 'measured', operator: 'lessThanInclusive', value: most[at] ?? 0 },
  ]
  return {
    conditions: {
      all: [
        { fact: 'clauseId', operator: 'equal', value: clauseId },
        { fact: 'isCounted', operator: 'equal', value: true },
        { any: [{ fact: 'measured', operator: 'equal', value: UNMEASURED }, { all: bounds }] },
      ].slice(0, isMeasured({ least, most }, at) ? 3 : 2),
    },
    event: { type: 'priced', params: { price: price[at] ?? -1, isOnce: once[at] !== 0 } },
  }
}

export function isMeasured({ least, most }: Pick<BareTables, 'least' | 'most'>, at: number): boolean {
  return (least[at] ?? 0) > -(2 ** 31) || (most[at] ?? 0) < 2 ** 31 - 1
}
