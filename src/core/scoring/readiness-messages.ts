import type { PlainDate } from '../kernel/plain-date.ts'

/**
 * Everything that readiness can name, each as a sentence for who must act: what, which one, what to do. A finding and a bonus
 * are named by number and title (第123号问题“…”), a question by its number (K-01).
 */
export const READINESS_MESSAGES = {
  'period-open': () => '考核周期还没有结束；请在周期最后一天过后结束周期',
  'question-open': (question: string, why: string) => `口径 ${question} 还没有确定，会影响得分；请确定：${why}`,
  'finding-undecided': (center: string, finding: string) => `${center}的${finding}还没有结论；请查实，或不予认定`,
  'reply-open': (center: string, finding: string, lastDay: PlainDate) =>
    `${center}对${finding}的答复期到 ${lastDay} 为止，还没有答复；请等答复或期满后作出结论`,
  'amount-undecided': (center: string, finding: string) => `${center}的${finding}已经查实，还没有裁量；请裁量`,
  'bonus-undecided': (center: string, bonus: string) => `${center}的${bonus}还没有审定；请予以加分，或不予加分`,
  'appeal-pending': (center: string, finding: string) => `${center}对${finding}的申诉还在复核；请由复核员作出复核结论`,
  'decision-not-served': (center: string, finding: string) =>
    `${center}的${finding}已有结论，还没有送达；请送达，让中心可以申诉`,
  'appeal-window-open': (center: string, finding: string, lastDay: PlainDate) =>
    `${center}对${finding}的申诉期到 ${lastDay} 为止；请等期满后再定稿`,
  'sheet-unsettled': (center: string) => `${center}的得分还没有定下来；请打开得分表，处理其中的待定事项`,
  'rectification-open': (center: string, finding: string) =>
    `${center}的${finding}整改还没有通过；不影响定稿，请继续跟进整改`,
  'records-changed': (center: string, finding: string) =>
    `${center}的${finding}查实以后，所依据的记录有变，与结论的次数不同；不影响定稿，请核对，结论有误的请更正`,
  'center-without-self-assessment': (center: string) => `${center}还没有提交自评；不影响定稿，需要的请提醒中心提交`,
} as const

export type ReadinessCode = keyof typeof READINESS_MESSAGES

/** What is told without standing against a seal: none of it moves points, unless a person goes on to correct a decision. */
const ONLY_TOLD: ReadonlySet<ReadinessCode> = new Set([
  'rectification-open',
  'records-changed',
  'center-without-self-assessment',
])

export function isBlockingCode(code: ReadinessCode): boolean {
  return !ONLY_TOLD.has(code)
}

type Values<Code extends ReadinessCode> = Parameters<(typeof READINESS_MESSAGES)[Code]>

export function readinessMessage<Code extends ReadinessCode>(code: Code, ...values: Values<Code>): string {
  const message = READINESS_MESSAGES[code] as (...values: Values<Code>) => string
  return message(...values)
}
