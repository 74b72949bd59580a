import type { ClauseId } from '../../core/kernel/identifiers.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import { caseNumber, numbered } from '../../core/ledger/case-number.ts'
import { EVENT_WORDS } from '../../core/ledger/event-words.ts'
import { historySentence } from '../../core/ledger/history-sentence.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { MODE_NAMES } from '../../core/ledger/sampling-design.ts'
import { clauseName } from '../../core/rubric/clause-name.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { answerInWords, questionNumber } from './interpretation-words.ts'

/** What the words of an event need beside it. Of the state only what never changes is asked: whose case it is and its number. */
export interface EventSurroundings {
  readonly rubric: Rubric
  readonly state: Pick<AssessmentState, 'bonuses' | 'centers' | 'findings'>
}

/** One event as a sentence; its reason or statement is said beside it. */
export function eventInWords(event: LedgerEvent, { rubric, state }: EventSurroundings): string {
  if (event.type === 'AssessmentOpened') return `开立考核，周期${event.periodFrom}至${event.periodTo}`
  if (event.type === 'CenterEnrolled') return `列入被考核单位：${event.name}`
  if (event.type === 'TermsSet')
    return `定各环节期限：答复${event.replyWorkingDays}、申诉${event.appealWorkingDays}、整改${event.rectificationWorkingDays}个工作日`
  if (event.type === 'QuestionAnswered')
    return `定口径${questionNumber(rubric, event.questionId)}：${answerInWords(rubric, event)}`
  if (event.type === 'DetectionRetired') return `停用检测“${event.detection}”，至第${event.version}版`
  if (event.type === 'PeriodClosed') return '考核周期结束'
  if (event.type === 'AssessmentSealed') {
    const sealed = `定稿，得分表${event.sheets.length}份`
    return event.forced === null ? sealed : `${sealed}，尚有${event.forced.blockers.length}项未决而仍定稿`
  }
  if (event.type === 'ResultsPublished') return '公示结果'
  if (event.type === 'AssessmentReopened') return '重启考核'
  if (event.type === 'SelfAssessmentSubmitted') return `报自评，${event.entries.length}项`
  if (event.type === 'SamplingPlanCommitted')
    return `封存抽查方案，${event.design.from}至${event.design.to}${MODE_NAMES[event.design.mode]}${event.design.visits}次`
  if (event.type === 'SamplingPlanRevealed')
    return event.earlyBecause === null ? '揭示抽查方案' : `提前揭示抽查方案，理由：${event.earlyBecause}`
  if (event.type === 'SamplingVisitMissed') return `抽查第${event.visit}次未去`
  if (event.type === 'CenterInspected')
    return `${event.inspectedOn}检查，${event.clauseIds.map((id) => clauseName(rubric, id)).join('、')}未见问题`
  const named =
    event.type === 'FindingSubstantiated'
      ? { ...event, clauseId: clauseName(rubric, event.clauseId) as ClauseId }
      : event
  return historySentence(named, EVENT_WORDS, citedIn(event, state))
}

/** About which center, and which finding or bonus by its number. */
export function eventIsAbout(event: LedgerEvent, { rubric, state }: EventSurroundings): string {
  const finding = 'findingId' in event ? (state.findings.get(event.findingId) ?? null) : null
  const bonus = 'bonusId' in event ? (state.bonuses.get(event.bonusId) ?? null) : null
  const found = finding ?? bonus
  const centerId = found?.centerId ?? ('centerId' in event ? event.centerId : null)
  return [
    centerId === null ? '' : (state.centers.get(centerId) ?? centerId),
    found === null ? '' : `${finding === null ? '加分' : '问题'}${numbered(caseNumber(found))}`,
    found === null ? '' : clauseName(rubric, found.clauseId),
  ]
    .filter((part) => part !== '')
    .join('，')
}

function citedIn(event: LedgerEvent, { findings }: EventSurroundings['state']) {
  if (event.type !== 'AmountDecided') return []
  return event.precedents.flatMap((findingId) => {
    const finding = findings.get(findingId)
    return finding === undefined ? [] : [{ findingId, number: caseNumber(finding) }]
  })
}
