/**
 * What is done about a finding or a bonus, in Chinese, by the event that says so: on the pages, which have it in English too,
 * and in documents.
 */
export const EVENT_WORDS = {
  SuspicionRaised: '数据员登记疑点',
  SuspicionAmended: '记录有变，疑点改过',
  SuspicionWithdrawn: '疑点撤回',
  FindingFlagged: '查实以后依据有变',
  FindingReported: '上报',
  FindingNotified: (days: number) => `告知中心，答复期${days}个工作日`,
  FindingAccepted: '中心认可',
  FindingContested: '中心异议',
  FindingSubstantiated: (occurrences: number, clauseId: string) => `考核员查实，${clauseId}，${occurrences}次`,
  FindingDismissed: '考核员不予认定',
  DecisionServed: (day: string) => `决定送达，可申诉至${day}`,
  AmountDecided: (points: string, cited: readonly number[]) =>
    `考核员裁量，每次扣${points}分${cited.length === 0 ? '' : `，引${cited.map((number) => `第${number}号`).join('、')}`}`,
  DecisionCorrected: '考核员更正',
  AppealFiled: '中心申诉',
  FindingUpheld: '复核员维持',
  FindingVaried: '复核员变更',
  FindingReversed: '复核员撤销',
  RectificationPlanned: '中心报整改措施',
  RectificationSubmitted: '中心报整改完成',
  RectificationAccepted: '整改验收',
  RectificationReturned: '整改退回重做',
  BonusProposed: '申报加分',
  BonusApproved: '考核员予以加分',
  BonusRejected: '考核员不予加分',
  withPoints: (what: string, occurrences: number, points: string) => `${what}，${occurrences}次，每次${points}分`,
  withEvidence: (what: string, count: number) => `${what}，证据${count}件`,
}

export type EventWords = typeof EVENT_WORDS
