import type { CorrectedTrial } from '../../app/example-records/records-trial.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import type { SuspicionFact } from '../../core/ledger/suspicion-fact.ts'
import { batchLines } from './batch-lines.ts'
import { hanging, type Page } from './page.ts'

/** What came in corrected, and what the ledger learned of it: what people had decided is only flagged. */
export function correctionLines({ sources, agreement, learned }: CorrectedTrial, page: Page): string[] {
  const { facts, late } = learned
  const kinds = (['SuspicionWithdrawn', 'SuspicionAmended', 'FindingFlagged', 'SuspicionRaised'] as const).map(
    (type) => ({
      type,
      told: facts.filter((fact) => fact.type === type),
    }),
  )
  const wrong = agreement.flatMap((one) => one.wrong).length
  return [
    ...batchLines(sources, page),
    '',
    ...kinds.flatMap(({ type, told }) =>
      told.length === 0
        ? []
        : hanging(`${wordOf(type)} ${told.length} 个  `, exampleOf(told), page, 0, {
            label: page.ink.strong,
            text: page.ink.faint,
          }),
    ),
    ...(late.length === 0
      ? []
      : hanging(`没有登记 ${late.length} 个  `, '更正后才显出来的新疑点，周期已结束，不再登记', page, 0, {
          label: page.ink.strong,
          text: page.ink.faint,
        })),
    ...hanging('', wrong === 0 ? '更正后再与答案逐处核对，全部相符。' : `更正后有 ${wrong} 处与答案不符。`, page, 0),
  ]
}

function wordOf(type: SuspicionFact['type']): string {
  switch (type) {
    case 'SuspicionRaised':
      return '提出疑点'
    case 'SuspicionAmended':
      return '更正疑点'
    case 'SuspicionWithdrawn':
      return '撤回疑点'
    case 'FindingFlagged':
      return '提示已决定的问题'
    default:
      return unreachable(type)
  }
}

/** The reason of the first of them. */
function exampleOf([first]: readonly SuspicionFact[]): string {
  return first && 'reason' in first ? `例如：${first.reason}` : ''
}
