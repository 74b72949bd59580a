import { ZenEngine } from '@gorules/zen-engine'
import { UNMEASURED } from './bare-columns.ts'
import type { BareTables } from './bare-tables.ts'
import { isMeasured } from './json-rules.ts'
import type { PriceEngine } from './priced-finding.ts'

/** @gorules/zen-engine: a decision table of one row a clause, which it walks for all findings of a center in one call. */
export function zenRules(tables: BareTables): PriceEngine {
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graphOf(tables))))
  return async (findings, { charge }) => {
    charge.fill(0)
    const { result } = (await decision.evaluate({ findings })) as {
      readonly result: { readonly findings: readonly ({ readonly charge: number } | null)[] }
    }
    result.findings.forEach((one, at) => (charge[at] = one?.charge ?? 0))
  }
}

function graphOf(tables: BareTables) {
  const place = { position: { x: 0, y: 0 } }
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', ...place },
      { id: 'prices', name: 'prices', type: 'decisionTableNode', content: tableOf(tables), ...place },
      { id: 'out', name: 'out', type: 'outputNode', ...place },
    ],
    edges: [
      { id: 'to-prices', sourceId: 'in', targetId: 'prices', type: 'edge' },
      { id: 'from-prices', sourceId: 'prices', targetId: 'out', type: 'edge' },
    ],
  }
}

function tableOf({ clauseIds, price, once, least, most }: BareTables) {
  return {
    hitPolicy: 'first',
    executionMode: 'loop',
    inputField: 'findings',
    outputPath: 'findings',
    inputs: ['clauseId', 'isCounted', 'measured'].map((field) => ({ id: field, name: field, field })),
    outputs: [{ id: 'charge', name: 'charge', field: 'charge' }],
    rules: clauseIds.map((clauseId, at) => ({
      _id: clauseId,
      clauseId: `"${clauseId}"`,
      isCounted: 'true',
      measured: isMeasured({ least, most }, at) ? `${UNMEASURED}, [${least[at]}..${most[at]}]` : '',
      charge: `${(price[at] ?? -1) < 0 ? 'decided' : price[at]}${once[at] === 0 ? ' * occurrences' : ''}`,
    })),
  }
}
