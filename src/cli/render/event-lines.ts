import { formatPoints, type Points } from '../../core/kernel/points.ts'
import { formatRational } from '../../core/kernel/rational.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import type { Allegation } from '../../core/ledger/allegation.ts'
import type { FindingSource, LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { MODE_NAMES } from '../../core/ledger/sampling-design.ts'
import { hanging, type Page } from './page.ts'
import { toldCase } from './told-case.ts'

/** One event of the ledger: its number and the day the ledger learned of it, then who did what. */
export function eventLines(event: LedgerEvent, page: Page, indent = 0): string[] {
  return hanging(
    `${dayOf(event.recordedAt)}  `,
    `${bare(say(event))}${page.columns > 60 ? `（第${event.seq}号，${event.by}）` : ''}`,
    page,
    indent,
    {
      label: page.ink.faint,
    },
  )
}

/** Without the stop at its end: something of ours follows. */
function bare(text: string): string {
  return text.replace(/[。；，\s]+$/u, '')
}

function say(event: LedgerEvent): string {
  switch (event.type) {
    case 'AssessmentOpened':
      return `考核开始，周期 ${event.periodFrom} 至 ${event.periodTo}`
    case 'CenterEnrolled':
      return `${event.name}参加考核`
    case 'PeriodClosed':
      return '考核周期结束'
    case 'CenterInspected':
      return `检查（${event.inspectedOn}）：查过${event.clauseIds.length}款，未见`
    case 'SamplingPlanCommitted':
      return `封存抽查方案：${event.design.from} 至 ${event.design.to} ${MODE_NAMES[event.design.mode]}${event.design.visits}次，承诺码 ${event.commitment.slice(0, 16)}`
    case 'SamplingPlanRevealed':
      return event.earlyBecause === null ? '揭示抽查方案' : `提前揭示抽查方案：${event.earlyBecause}`
    case 'SamplingVisitMissed':
      return `抽查第${event.visit}次未去：${event.reason}`
    case 'SuspicionRaised':
      return `疑点：${alleged(event)}；由记录检出（${event.detection}，${event.records.length}条记录）`
    case 'SuspicionAmended':
      return `疑点更正：${event.reason}；${toldCase(event.description, event.occurredOn, event.occurrences)}${measure(event.measured)}`
    case 'SuspicionWithdrawn':
      return `疑点撤回：${event.reason}`
    case 'FindingFlagged':
      return `依据有变（现有${event.occurrences}次，${event.records.length}条记录），结论不变：${event.reason}`
    case 'FindingReported':
      return `问题（${SOURCES[event.source]}）：${alleged(event)}${files(event.evidence.length)}`
    case 'FindingNotified':
      return `告知中心，${event.replyBy.lastDay} 前答复（${event.replyBy.workingDays}个工作日，按${event.replyBy.calendarVersion}）`
    case 'FindingAccepted':
      return `中心认可：${event.statement}`
    case 'FindingContested':
      return `中心有异议：${event.statement}${files(event.evidence.length)}`
    case 'FindingSubstantiated':
      return `查实，${event.occurrences}次：${event.reason}`
    case 'FindingDismissed':
      return `不予认定：${event.reason}`
    case 'AmountDecided':
      return `裁量${each(event.points)}：${event.reason}${event.precedents.length > 0 ? `；参照先例${event.precedents.length}件` : ''}`
    case 'DecisionCorrected':
      return `更正为${event.occurrences}次${each(event.points)}：${event.reason}`
    case 'AppealFiled':
      return `申诉：${event.grounds}${files(event.evidence.length)}`
    case 'DecisionServed':
      return `决定送达；${event.appealBy.lastDay} 前可以申诉`
    case 'FindingUpheld':
      return `复核维持：${event.reason}`
    case 'FindingVaried':
      return `复核变更为${event.occurrences}次${each(event.points)}：${event.reason}`
    case 'FindingReversed':
      return `复核撤销：${event.reason}`
    case 'RectificationPlanned':
      return `整改计划：${bare(event.measures)}；${event.dueBy.lastDay} 前完成`
    case 'RectificationSubmitted':
      return `提交整改：${event.statement}${files(event.evidence.length)}`
    case 'RectificationAccepted':
      return '整改通过（不改变分数）'
    case 'RectificationReturned':
      return `整改退回：${event.reason}`
    case 'BonusProposed':
      return `申报加分：${toldCase(event.description, event.occurredOn, event.occurrences)}${files(event.evidence.length)}`
    case 'BonusApproved':
      return `审定加分，${event.occurrences}次${each(event.points)}：${event.reason}`
    case 'BonusRejected':
      return `加分未通过：${event.reason}`
    case 'TermsSet':
      return `定期限：答复${event.replyWorkingDays}、申诉${event.appealWorkingDays}、整改${event.rectificationWorkingDays}个工作日`
    case 'DetectionRetired':
      return `停用检测（${event.detection}，第${event.version}版）：${event.reason}`
    case 'QuestionAnswered':
      return `口径 ${event.questionId}：${event.reading}；${event.reason}`
    case 'SelfAssessmentSubmitted':
      return `自评${event.entries.length}项：${event.statement}`
    case 'AssessmentSealed':
      return `定稿${event.sheets.length}份得分表${event.forced === null ? '' : `；尚有${event.forced.blockers.length}项未了，理由：${event.forced.reason}`}`
    case 'ResultsPublished':
      return `公示：${event.statement}`
    case 'AssessmentReopened':
      return `重启：${event.reason}`
    default:
      return unreachable(event)
  }
}

const SOURCES: Readonly<Record<FindingSource, string>> = {
  inspection: '检查',
  complaint: '投诉',
  rating: '好差评',
  hotline: '热线',
  'self-assessment': '自评',
  records: '记录',
}

function alleged({ description, occurrences, occurredOn, measured, level }: Allegation): string {
  const told = `${toldCase(description, occurredOn, occurrences)}${measure(measured)}`
  return level === null ? told : `${told}，等级 ${level}`
}

function measure(measured: Allegation['measured']): string {
  return measured === null ? '' : `，测得 ${formatRational(measured)}`
}

function files(count: number): string {
  return count === 0 ? '' : `；证据${count}份`
}

function each(points: Points | null): string {
  return points === null ? '' : `，每次${formatPoints(points)}分`
}
