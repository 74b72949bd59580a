import { ZenEngine } from '@gorules/zen-engine'
import type { RecordEngine, RecordLimits } from './record-facts.ts'

/** @gorules/zen-engine: one decision table of five rows, which it walks for a batch of records in one call. */
export function recordZenRules(limits: RecordLimits): RecordEngine {
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graphOf(limits))))
  return async (records) => {
    const found: string[] = []
    for (let from = 0; from < records.length; from += BATCH) {
      const batch = records.slice(from, from + BATCH)
      const { result } = (await decision.evaluate({ records: batch })) as {
        readonly result: { readonly records: readonly (readonly { readonly found: string }[])[] }
      }
      result.records.forEach((names, at) => {
        for (const { found: name } of names) found.push(`${name} ${batch[at]?.ref ?? ''}`)
      })
    }
    return found
  }
}

const BATCH = 1000

function graphOf(limits: RecordLimits) {
  const place = { position: { x: 0, y: 0 } }
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', ...place },
      { id: 'rules', name: 'rules', type: 'decisionTableNode', content: tableOf(limits), ...place },
      { id: 'out', name: 'out', type: 'outputNode', ...place },
    ],
    edges: [
      { id: 'to-rules', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'from-rules', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  }
}

/** Cells are conditions on their column; a column without a field holds whole expressions. */
function tableOf(limits: RecordLimits) {
  const rules = [
    {
      dataSet: `"service_cases"`,
      channel: `"online"`,
      days: `> ${limits.response_working_days}`,
      whole: `isAnswered or status != 'withdrawn'`,
      found: `"online-response-late"`,
    },
    {
      dataSet: `"service_cases"`,
      whole: `caseType == 'promised' and not hasReceipt and (status == 'completed' or (status == 'in-progress' and isAnswered))`,
      found: `"receipt-missing"`,
    },
    {
      dataSet: `"ratings"`,
      whole: `channel != 'system-default' and stars <= ${limits.poor_stars} and verification == 'substantiated' and responsibility in ['', 'center', 'staff'] and isExcluded == 'no'`,
      found: `"poor-rating-substantiated"`,
    },
    {
      dataSet: `"appointments"`,
      whole: `((isAnswered or status == 'waiting') and days > ${limits.confirm_working_days}) or waitedSeconds > ${limits.wait_minutes * 60}`,
      found: `"appointment-late"`,
    },
    {
      dataSet: `"equipment_faults"`,
      days: `> ${limits.repair_working_days}`,
      whole: `responsibility in ['center', 'staff']`,
      found: `"equipment-repair-late"`,
    },
  ]
  return {
    hitPolicy: 'collect',
    executionMode: 'loop',
    inputField: 'records',
    outputPath: 'records',
    inputs: [
      { id: 'dataSet', name: 'dataSet', field: 'dataSet' },
      { id: 'channel', name: 'channel', field: 'channel' },
      { id: 'days', name: 'days', field: 'days' },
      { id: 'whole', name: 'whole' },
    ],
    outputs: [{ id: 'found', name: 'found', field: 'found' }],
    rules: rules.map((rule) => ({ _id: rule.found, channel: '', days: '', ...rule })),
  }
}
