import { unreachable } from '../../core/kernel/unreachable.ts'
import type { QuestionId } from '../../core/kernel/identifiers.ts'
import type { OpenMatter } from '../../core/scoring/score-sheet.ts'
import type { SheetNames } from '../../core/scoring/sheet-names.ts'
import { displayWidth, padEnd } from '../text/display-width.ts'
import { formatChange } from '../text/figures.ts'
import { hanging, type Page } from './page.ts'

/** What keeps a total open, most moving first. */
export function openLines(open: readonly OpenMatter[], names: SheetNames, page: Page): string[] {
  const moves = open.map(({ moves: [low, high] }) =>
    low === 0 && high === 0
      ? '不动总分'
      : low === high
        ? formatChange(low)
        : `${formatChange(low)} 至 ${formatChange(high)}`,
  )
  const width = Math.max(0, ...moves.map(displayWidth))
  return open.flatMap((matter, place) =>
    hanging(`▨ ${padEnd(moves[place] ?? '', width)}  `, `${say(matter)}（${nameOf(matter, names)}）`, page, 1, {
      label: page.ink.open,
    }),
  )
}

function nameOf({ kind, ref }: OpenMatter, names: SheetNames): string {
  if (kind === 'question') return names.ofQuestion(ref as QuestionId)
  return kind === 'absence' ? ref : names.ofCase(ref)
}

function say({ kind }: OpenMatter): string {
  switch (kind) {
    case 'question':
      return '通知没有写明，等口径'
    case 'amount':
      return '已查实，分值未裁量'
    case 'decision':
      return '尚未查实'
    case 'approval':
      return '加分尚未审定'
    case 'appeal':
      return '申诉未决'
    case 'absence':
      return '周期结束才能定'
    default:
      return unreachable(kind)
  }
}
