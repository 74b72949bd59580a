import { formatPoints } from '../kernel/points.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Clause } from '../rubric/clause.ts'
import { priceText, unitText } from './explain-price.ts'
import { movesText, signedText } from './points-text.ts'
import type { LineOutcome, ScoreLine } from './score-sheet.ts'
import type { SheetNames } from './sheet-names.ts'

type OutcomeOf<Kind extends LineOutcome['kind']> = Extract<LineOutcome, { readonly kind: Kind }>

/** A line as a sentence: `查实2例 × 每例扣1分 = −2分`. Made when it is read, never while scoring. */
export function explainLine(line: ScoreLine, clause: Clause, names: SheetNames): string {
  const { outcome } = line
  switch (outcome.kind) {
    case 'deducted':
    case 'added':
    case 'earned':
      return counted(line, outcome, clause)
    case 'zeroed':
      return zeroed(line)
    case 'vetoed':
      return vetoed(line, clause)
    case 'awaiting-amount':
      return awaitingAmount(line, clause)
    case 'awaiting-decision':
      return awaitingDecision(line, clause)
    case 'awaiting-approval':
      return awaitingApproval(line, clause)
    case 'under-appeal':
      return underAppeal(line, outcome, clause)
    case 'open-question':
      return openQuestion(line, outcome, names)
    case 'charged-elsewhere':
      return `同一事件只扣一次，已在${names.ofCase(outcome.findingId)}扣分，此处不计`
    case 'added-elsewhere':
      return `只按最高一级加分，已在${names.ofCase(outcome.bonusId)}加分，此处不计`
    case 'charged-already':
      return `只扣一次，已在${names.ofCase(outcome.findingId)}扣分，此处不计`
    case 'not-met':
      return `${subjectText(line, clause)}，不符合本款的条件，不计分`
    case 'dismissed':
      return '未予认定，不计分'
    case 'reversed':
      return '经复核撤销，不计分'
    case 'rejected':
      return '审定未通过，不加分'
    case 'withdrawn':
      return '疑点已撤回，不计分'
    case 'absence':
      return absence(line, outcome)
    case 'not-computed':
      return notComputed(clause)
    default:
      return unreachable(outcome)
  }
}

function counted(
  line: ScoreLine,
  { perOccurrence }: OutcomeOf<'deducted' | 'added' | 'earned'>,
  clause: Clause,
): string {
  const count = occurrencesOf(line)
  const subject = subjectText(line, clause)
  const total = `${signedText(line.effect)}分`
  if (line.effect === perOccurrence * count && (count > 1 || clause.per.length > 0))
    return `${subject} × 每${unitText(clause)}${priceText(clause, perOccurrence)} = ${total}`
  if (count === 1) return `${subject}，${priceText(clause, perOccurrence)}：${total}`
  if (line.effect === perOccurrence) return `${subject}，只计一次，${priceText(clause, perOccurrence)}：${total}`
  return `${subject}，按次数分别计，合计 ${total}`
}

function zeroed({ effect }: ScoreLine): string {
  return `不得分：${signedText(effect)}分`
}

function vetoed({ effect, between }: ScoreLine, { direction }: Clause): string {
  const what = direction === 'veto' ? '一票否决' : '总分不得分'
  const open = between[0] === between[1] ? '' : `；仍有未决事项：${movesText(between)}分`
  return effect === 0 ? `${what}：合计已为零${open}` : `${what}，合计归零：${signedText(effect)}分${open}`
}

function awaitingAmount(line: ScoreLine, clause: Clause): string {
  return `${subjectText(line, clause)}，${priceText(clause, null)}，尚未裁量：${movesText(line.between)}分`
}

function awaitingDecision(line: ScoreLine, clause: Clause): string {
  return `疑点${occurrencesOf(line)}${unitText(clause)}，尚未查实：${movesText(line.between)}分`
}

function awaitingApproval(line: ScoreLine, clause: Clause): string {
  return `申请${occurrencesOf(line)}${unitText(clause)}，尚未审定：${movesText(line.between)}分`
}

function underAppeal(line: ScoreLine, { perOccurrence }: OutcomeOf<'under-appeal'>, clause: Clause): string {
  const price = priceText(clause, perOccurrence)
  return `${subjectText(line, clause)}，${price}，现计${signedText(line.effect)}分；申诉未决：${movesText(line.between)}分`
}

function openQuestion(line: ScoreLine, { questionIds }: OutcomeOf<'open-question'>, names: SheetNames): string {
  return `现计${signedText(line.effect)}分；口径未定（${questionIds.map(names.ofQuestion).join('、')}）：${movesText(line.between)}分`
}

function absence(line: ScoreLine, { state }: OutcomeOf<'absence'>): string {
  switch (state) {
    case 'granted':
      return line.between[0] === line.between[1]
        ? `整个周期没有发生，加${formatPoints(line.effect)}分：${signedText(line.effect)}分`
        : `整个周期没有查实的情形，现计${signedText(line.effect)}分；仍有未决事项：${movesText(line.between)}分`
    case 'broken':
      return line.between[0] === line.between[1]
        ? '周期内有查实的情形，不加分'
        : `周期内有查实的情形，不加分；仍有未决事项：${movesText(line.between)}分`
    case 'running':
      return `周期未结束，尚不能加分：${movesText(line.between)}分`
    default:
      return unreachable(state)
  }
}

function notComputed({ standing }: Clause): string {
  return standing.kind === 'recorded'
    ? `本款已记录，尚不计分：${standing.because}`
    : '本款已记录，尚不计分：缺少计算所需的分值或口径'
}

function subjectText(line: ScoreLine, clause: Clause): string {
  const verb = line.subject.kind === 'bonus' ? '审定' : '查实'
  return `${verb}${occurrencesOf(line)}${unitText(clause)}`
}

function occurrencesOf({ subject }: ScoreLine): number {
  return subject.kind === 'period' ? 1 : subject.occurrences
}
