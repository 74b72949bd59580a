import type { DocumentCell } from '../../core/document/document-table.ts'
import type { Formula } from '../../core/document/formula.ts'
import type { ClauseId } from '../../core/kernel/identifiers.ts'
import type { ChangedNumber } from '../../core/analysis/changed-numbers.ts'
import { numbered } from '../../core/ledger/case-number.ts'
import { clauseName } from '../../core/rubric/clause-name.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { scoresText } from '../../core/scoring/points-text.ts'
import { words } from './document-cells.ts'

/** What the number is of, for a table whose rows are of one center. */
export function changedName(rubric: Rubric, { what, label, number }: ChangedNumber): string {
  switch (what) {
    case 'finding':
      return `${numbered(number ?? 0)}问题（${clauseName(rubric, label as ClauseId)}）的影响`
    case 'bonus': {
      const clause = clauseName(rubric, label as ClauseId)
      return number === null ? `${clause}自动加分的影响` : `${numbered(number)}加分申报（${clause}）的影响`
    }
    case 'section':
      return label
    case 'total':
      return '合计得分'
    case 'range':
      return '合计得分可能的范围'
    case 'rank':
      return '名次'
    case 'mean':
      return '各中心平均分'
  }
}

/** The number as it was or is, in the column `before` or `after`. */
export function changedFigure(number: ChangedNumber, when: 'before' | 'after'): DocumentCell {
  const { what } = number
  const [least, most] = number[when]
  const isTied = when === 'before' ? number.wasTied : number.isTied
  if (what === 'rank') return words(isTied ? `并列第${least}名` : `第${least}名`)
  if (what === 'range') return words(scoresText([least, most]))
  return { kind: 'points', points: least, formula: null, isSigned: what === 'finding' || what === 'bonus' }
}

/** `after` less `before`, of the same row. */
export function changedBy({ what, before, after }: ChangedNumber): DocumentCell {
  const moved = after[0] - before[0]
  if (what === 'range') return words('—')
  if (what === 'rank') return words(moved === 0 ? '名次不变' : moved < 0 ? `前移${-moved}名` : `后移${moved}名`)
  return { kind: 'points', points: moved, formula: AFTER_LESS_BEFORE, isSigned: true }
}

const AFTER_LESS_BEFORE: Formula = {
  op: 'sum',
  of: [
    { op: 'here', column: 'after' },
    { op: 'minus', of: { op: 'here', column: 'before' } },
  ],
}
