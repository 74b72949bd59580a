import type { PlainDate } from '../../src/core/kernel/plain-date.ts'
import type { AssessmentState, Bonus, Finding } from '../../src/core/ledger/assessment-state.ts'
import { isWholeDecision } from '../../src/core/ledger/is-whole-decision.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'

/** Where an assessment, and what a page is about, stand on one day, as an office calls it. */
export interface Situation {
  readonly stage: string
  readonly subject: string
  readonly rectification: string
}

export function textOf({ stage, subject, rectification }: Situation): string {
  return [stage, subject, rectification].filter((part) => part !== '').join(' / ')
}

const NONE = '未登记'

export function stageOn(state: AssessmentState, day: PlainDate): string {
  if (state.rubricId === null) return '未开启'
  if (state.isPublished) return '已公示'
  if (state.seal !== null) return '已定稿'
  if (state.isClosed) return '周期已结束'
  return state.periodTo !== null && day > state.periodTo ? '周期已过、未结束' : '周期内'
}

/** Of a page on what happens within an assessment: only whether the period is closed counts, not whether it could be. */
export function phaseOf(state: AssessmentState): string {
  if (state.rubricId === null) return '未开启'
  if (state.seal !== null) return state.isPublished ? '已公示' : '已定稿'
  return state.isClosed ? '周期结束后' : '周期结束前'
}

/** The finding's life as one word: what runs out by itself (the days to reply and to appeal) is part of it. */
export function lifeOn(rubric: Rubric, state: AssessmentState, finding: Finding | undefined, day: PlainDate): string {
  if (finding === undefined) return NONE
  const { standing, reply, replyBy, appeal, appealBy } = finding
  if (standing === 'suspected') return '疑点'
  if (standing === 'reported') return '已登记'
  if (standing === 'withdrawn') return '已撤回'
  if (standing === 'dismissed') return '不予认定'
  if (standing === 'reversed') return '已撤销'
  if (standing === 'notified') {
    if (reply !== 'none') return reply === 'accepted' ? '已答复认可' : '已答复有异议'
    return replyBy !== null && day <= replyBy.lastDay ? '已告知，答复期内' : '已告知，答复期满'
  }
  if (appeal?.outcome === 'pending') return '申诉复核中'
  if (!isWholeDecision(rubric, state.answers, finding)) return '查实，待裁量'
  if (appealBy === null) return '查实，待送达'
  return day <= appealBy.lastDay ? '已送达，申诉期内' : '已送达，申诉期满'
}

const RECTIFICATIONS: Readonly<Record<Finding['rectification'], string>> = {
  none: '未整改',
  planned: '已有措施',
  submitted: '已提交',
  accepted: '已通过',
  returned: '被退回',
}

export function rectificationOf(finding: Finding | undefined): string {
  return finding === undefined ? NONE : RECTIFICATIONS[finding.rectification]
}

const BONUSES: Readonly<Record<Bonus['standing'], string>> = {
  proposed: '待审定',
  approved: '予以加分',
  rejected: '不予加分',
}

export function bonusStanding(bonus: Bonus | undefined): string {
  return bonus === undefined ? '未申报' : BONUSES[bonus.standing]
}
