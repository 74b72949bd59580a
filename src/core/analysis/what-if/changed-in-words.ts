import type { ClauseId } from '../../kernel/identifiers.ts'
import { formatPoints } from '../../kernel/points.ts'
import { numbered } from '../../ledger/case-number.ts'
import { clauseName } from '../../rubric/clause-name.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { scoresText, signedText } from '../../scoring/points-text.ts'
import type { ChangedNumber } from '../changed-numbers.ts'

/** What a changed number is of, and what it was and is, as a terminal and a chapter of the guide print it. */
export function changedInWords(
  rubric: Rubric,
  number: ChangedNumber,
): { readonly center: string; readonly name: string; readonly before: string; readonly after: string } {
  const { centerName, before, after, wasTied, isTied } = number
  return {
    center: centerName ?? '全区',
    name: nameOf(rubric, number),
    before: figure(number, before, wasTied),
    after: figure(number, after, isTied),
  }
}

function nameOf(rubric: Rubric, { what, label, number }: ChangedNumber): string {
  switch (what) {
    case 'finding':
    case 'bonus':
      return `${clauseName(rubric, label as ClauseId)} ${number === null ? '自动加分' : numbered(number)}`
    case 'section':
      return label
    case 'range':
      return '可能得分'
    case 'mean':
      return '平均分'
    case 'total':
      return '合计'
    case 'rank':
      return '名次'
  }
}

function figure({ what }: ChangedNumber, interval: ChangedNumber['before'], isTied: boolean): string {
  if (what === 'rank') return isTied ? `并列${interval[0]}` : String(interval[0])
  if (what === 'range') return scoresText(interval)
  return what === 'finding' || what === 'bonus' ? signedText(interval[0]) : formatPoints(interval[0])
}
