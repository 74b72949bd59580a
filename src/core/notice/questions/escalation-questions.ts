import { compareRational } from '../../kernel/rational.ts'
import type { Amount, LinearAmount } from '../../rubric/amount.ts'
import { thresholdOf, type ClauseDraft } from '../clause/clause-draft.ts'
import type { QuestionRule } from './question-rule.ts'

/** replaces-or-adds: a second price for a worse outcome of the same matter, without a word that it adds (再扣, 追加). */
export const escalationQuestions: QuestionRule = (reading) => {
  for (let at = 1; at < reading.drafts.length; at += 1) {
    const base = reading.drafts[at - 1]
    const worse = reading.drafts[at]
    if (base && worse && isWorseOutcome(base, worse)) return [{ code: 'replaces-or-adds', drafts: [at - 1, at] }]
  }
  return []
}

export function isWorseOutcome(base: ClauseDraft, worse: ClauseDraft): boolean {
  if (base.direction !== worse.direction || worse.marks.adds || worse.multiplies !== null || worse.beyondCap)
    return false
  if (base.direction !== 'deduct' && base.direction !== 'bonus') return false
  if (base.amount.kind === 'linear') return steepens(base.amount, worse.amount)
  if (base.amount.kind !== 'fixed' && base.amount.kind !== 'range') return false
  const { wording } = worse.marks
  if (/情节|性质/.test(wording) && /情节|性质/.test(base.marks.wording)) return false
  if (/仍(?!在)|依然|拒不|屡|再次(?!来电|投诉|上访|反映)/.test(wording)) return true
  if (
    worse.direction === 'deduct' &&
    /(?:^|且|并|、)(?:如|若|因此|由此)?(?:造成|引发|导致|引起|酿成|产生|形成)[^,;。]*(?:后果|影响|投诉|事故|舆情|损失|曝光|伤|上访|信访|纠纷|诉讼|死亡|事实)/.test(
      wording,
    )
  )
    return true
  return countsHigher(base, worse)
}

/** 每件扣0.2分; 五次以上每件扣0.5分 and nested thresholds of one metric. */
function countsHigher(base: ClauseDraft, worse: ClauseDraft): boolean {
  const low = thresholdOf(base)
  const high = thresholdOf(worse)
  const step = worse.amount.kind === 'linear' ? worse.amount.from : (high?.value ?? null)
  if (step === null) return false
  if (low === null)
    return (
      high !== null &&
      high.op.startsWith('>') &&
      ((high.kind === 'running-count' && !namesAnother(base.marks.wording, countedWords(worse))) ||
        bothLate(base, worse))
    )
  if (low.kind === 'running-count' || low.op === '=') return false
  const unit = worse.amount.kind === 'linear' ? worse.amount.unit : (high?.unit ?? '')
  if (plainUnit(low.unit) !== plainUnit(unit) || (high !== null && high.op.charAt(0) !== low.op.charAt(0))) return false
  const order = compareRational(step, low.value)
  const isNamed = namesAnother(base.marks.wording, worse.marks.wording.replace(/每[^,;。]*$/, ''))
  return !isNamed && (low.op.startsWith('>') ? order > 0 : order < 0)
}

/** 超过时限未答复的扣0.5分; 超期5个工作日以上的扣1分 */
function bothLate(base: ClauseDraft, worse: ClauseDraft): boolean {
  const late = /超过|超期|超时|逾期|迟|[前内]未|未按时|未按期/
  return late.test(base.marks.wording) && late.test(worse.marks.wording)
}

/** 低于95%的,每低1个百分点扣0.25分; 低于88%的,每低1个百分点扣0.5分: below 88 both slopes run. */
function steepens(base: LinearAmount, worse: Amount): boolean {
  if (worse.kind !== 'linear' || base.from === null || worse.from === null) return false
  const order = compareRational(worse.from, base.from)
  return base.side === worse.side && base.unit === worse.unit && (base.side === 'below' ? order < 0 : order > 0)
}

/** 2小时内未到场…; 24小时内未反馈…: other words around the number make it another matter. */
function namesAnother(base: string, worse: string): boolean {
  const words = worse
    .replace(/超过|以上|以下|以内|不足|低于|高于|达到|未达|每[一-龥]{1,2}$/g, '')
    .split(/[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十]+(?=[次件例起条个项])/)
    .map((part) =>
      part.replace(/^(?:个?(?:工作日|百分点|小时|分钟|天|日|月|%|次|件|起|笔|条|项|例))|[的内后,未没不且()]/g, ''),
    )
  return words.some((part) => /[一-龥]{2,}/.test(part) && !base.includes(part))
}

function plainUnit(unit: string): string {
  return /^(?:个?百分点|个点)$/.test(unit) ? '%' : unit
}

/** 全年累计达4件及以上的: without the words of counting themselves. */
function countedWords({ marks }: ClauseDraft): string {
  return marks.wording.replace(
    /每[^,;。]*$|出现|发生|累计|全年|年度|当?月|一个月|年内|半年|季度|学期|超过|达到?|以上|及|含|再|被/g,
    '',
  )
}
