import { formatPoints } from '../../core/kernel/points.ts'
import { scoresText } from '../../core/scoring/points-text.ts'
import type { LineOutcome, ScoreLine } from '../../core/scoring/score-sheet.ts'
import type { SheetFacts } from './sheet-facts.ts'

/** Below the table: what is not in it, and what is still open. */
export function sheetNotes(facts: SheetFacts): string[] {
  const { sheet, unchecked } = facts
  const lines = sheet.sections.flatMap((section) => section.lines)
  const idle = IDLE.flatMap(({ kinds, name }) => {
    const count = lines.filter(({ outcome, ...line }) => kinds.includes(outcome.kind) && isStill(line)).length
    return count === 0 ? [] : [`${name}${count}件`]
  })
  return [
    ...(sheet.isSettled
      ? []
      : [
          `尚有未决事项${sheet.open.length}项，定下之前得分可能为${scoresText(sheet.interval)}；表中“未决”后括号内是它可能加减的分值。`,
        ]),
    ...(idle.length === 0 ? [] : [`另有登记在案而不计分的事项，没有列入扣分原因：${idle.join('、')}。`]),
    `扣分原因空白的，表示截至此时台账中没有可以计分的事项${unchecked.size > 0 ? '；写“尚未检查”的，表示还没有人检查过' : ''}。`,
    '“第几号”是该事项首次登记时的台账条目号，也是它的编号。',
  ]
}

function isStill({ effect, between }: Pick<ScoreLine, 'effect' | 'between'>): boolean {
  return effect === 0 && between[0] === 0 && between[1] === 0
}

const IDLE: readonly { readonly kinds: readonly LineOutcome['kind'][]; readonly name: string }[] = [
  { kinds: ['dismissed'], name: '不予认定' },
  { kinds: ['reversed'], name: '复核撤销' },
  { kinds: ['withdrawn'], name: '疑点撤回' },
  { kinds: ['rejected'], name: '加分未通过' },
  { kinds: ['not-met'], name: '未到条件' },
  { kinds: ['not-computed'], name: '只作记录' },
]

/** What the document says of itself: how much is in it, what it comes to, and how to check it. */
export function sheetSentences(facts: SheetFacts, rows: number): string[] {
  const { sheet, verification, rubric } = facts
  const lines = sheet.sections.flatMap((section) => section.lines)
  const lost = lines.filter(({ effect }) => effect < 0).length
  const gained = lines.filter(({ effect }) => effect > 0).length
  const criteria = rubric.sections.reduce((sum, section) => sum + section.criteria.length, 0)
  return [
    `本表共${rows}行：考核项目${criteria}项，小计${sheet.sections.length}行。计分明细${lines.length}条，其中扣分${lost}条、加分${gained}条、现不计分${lines.length - lost - gained}条。`,
    `合计${formatPoints(sheet.score)}分${sheet.isSettled ? '，已定' : `；未决事项${sheet.open.length}项，可能得分${scoresText(sheet.interval)}`}。`,
    ...(verification === null ? ['本表只计到周期中的某一天，没有核验码。'] : []),
  ]
}
