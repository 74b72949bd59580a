import { unreachable } from '../../core/kernel/unreachable.ts'
import type { LineOutcome } from '../../core/scoring/score-sheet.ts'

/** What became of a matter, in a word or two; open ones are marked hatched, decided ones solid, withdrawn ones with a dash. */
export function outcomeWords(outcome: LineOutcome): { readonly mark: '▨' | '■' | '─'; readonly word: string } {
  switch (outcome.kind) {
    case 'deducted':
      return { mark: '■', word: '扣分' }
    case 'added':
      return { mark: '■', word: '加分' }
    case 'earned':
      return { mark: '■', word: '得分' }
    case 'zeroed':
      return { mark: '■', word: '不得分' }
    case 'vetoed':
      return { mark: '■', word: '一票否决' }
    case 'awaiting-amount':
      return { mark: '▨', word: '待裁量' }
    case 'awaiting-decision':
      return { mark: '▨', word: '待查实' }
    case 'awaiting-approval':
      return { mark: '▨', word: '待审定' }
    case 'under-appeal':
      return { mark: '▨', word: '申诉中' }
    case 'open-question':
      return { mark: '▨', word: '待口径' }
    case 'charged-elsewhere':
      return { mark: '─', word: '并入他处' }
    case 'added-elsewhere':
      return { mark: '─', word: '就高不计' }
    case 'charged-already':
      return { mark: '─', word: '已扣过' }
    case 'not-met':
      return { mark: '─', word: '不适用' }
    case 'dismissed':
      return { mark: '─', word: '不予认定' }
    case 'reversed':
      return { mark: '─', word: '已撤销' }
    case 'rejected':
      return { mark: '─', word: '未通过' }
    case 'withdrawn':
      return { mark: '─', word: '已撤回' }
    case 'absence':
      return ABSENCES[outcome.state]
    case 'not-computed':
      return { mark: '▨', word: '尚不计分' }
    default:
      return unreachable(outcome)
  }
}

const ABSENCES = {
  granted: { mark: '■', word: '给予' },
  broken: { mark: '─', word: '不给' },
  running: { mark: '▨', word: '期满才定' },
} as const
