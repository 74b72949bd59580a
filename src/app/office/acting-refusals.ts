import type { SuppositionRefusalCode } from '../../core/analysis/what-if/supposition-refusals.ts'
import type { DesignRefusalCode } from '../../core/analysis/sampling/check-design.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Refusal } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Blocker, LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { CorrectionCode, CorrectionRefusal } from '../../core/rubric/correction-refusals.ts'
import type { LedgerRefusalCode } from '../../core/ledger/ledger-refusals.ts'
import type { StoreFaultCode } from '../ports/store-fault.ts'
import type { StoreRefusalCode } from '../ports/store-refusals.ts'

/** What acting refuses beyond the ledger's own rules (`LEDGER_REFUSALS`), each as a sentence for who must act. */
export const ACTING_REFUSALS = {
  'not-permitted': () => '您的角色不能办理此项，或只能办理本中心的事项；确需办理的，请联系管理员核对角色',
  'rubric-without-clauses': () => '这份文字里没有读到任何计分条款；请确认它是考核评分细则的正文，而不是封面或扫描件',
  'rubric-not-whole': (first: string, count: number) =>
    `读出的细则有 ${count} 处自相矛盾，第一处：${first}；请对照通知正文检查该处后再采用`,
  'changed-meanwhile': (changes: number) =>
    `您看到之后又有 ${changes} 条新记录，没有按旧情况办理；请看过新情况后再决定`,
  'key-reused': () => '这个请求编号已用于另一次请求，没有办理；请刷新页面后重试',
  'acted-in-future': (actedAt: Timestamp, now: Timestamp) =>
    `填写的办理时间 ${actedAt} 晚于现在（${now}）；请核对设备的时间后重试`,
  'acted-before-period': (actedAt: Timestamp, from: PlainDate) =>
    `填写的办理时间 ${actedAt} 早于考核周期的第一天 ${from}；请核对设备的时间后重试`,
  'number-not-whole': (place: string, found: number) =>
    `${place} 的数值 ${found} 不是整数；次数请填整数，分值请以百分之一分为单位`,
  'text-broken': (place: string) => `${place} 的文字含有残缺的字符，无法保存；请重新输入这一段文字`,
  'input-malformed': (detail: string) => `提交的内容不合格式（${detail}），没有办理；请改正该处后重新提交`,
  'evidence-unknown': (digest: string) => `摘要为 ${digest} 的证据还没有上传完成；请等上传完成后再提交`,
  'evidence-unreadable': (detail: string) =>
    `证据现在无法核对（${detail}），没有办理；请稍后再试，仍不行请联系管理员检查证据文件夹`,
  'inspector-of-own-center': (centerId: string) => `您属于中心 ${centerId}，不能检查本中心；请由另一位检查员登记`,
  'decider-of-own-center': (centerId: string) => `您属于中心 ${centerId}，不能对本中心的事项作决定；请由另一人办理`,
  'reviewer-reported': (person: string, findingId: string) =>
    `问题 ${findingId} 是 ${person} 登记的，不能由同一人复核对它的申诉；请由另一人复核`,
  'terms-missing': () => '还没有规定答复、申诉和整改的工作日数，数不出期限；请先规定期限',
  'days-outside-terms': (given: number, limit: number) =>
    `整改期限 ${given} 个工作日不在规定之内；请填写 1 至 ${limit} 个工作日`,
  'not-ready': (count: number, first: string) =>
    `还有 ${count} 件事没有办完，不能定稿（第一件：${first}）；请办完后再定稿，或写明仍要定稿的理由`,
  'assessment-busy': () => '同时办理的人太多，没有办成；请稍后再试',
  'office-stopping': () => '服务正在停止，没有办理；请稍后重试',
  'centers-none': () => '没有列出要列入考核的中心；请至少列出一个',
  'event-elsewhere': (seq: number, findingId: string) =>
    `台账第 ${seq} 条不是关于问题 ${findingId} 的；请从这个问题的经过里选一条`,
  'not-published': () => '这次考核的结果还没有公示；请等公示后再来查看',
  'not-a-city': () => '这里不是市，没有各区的结果可看；请用市里的账号登录',
  'letter-before-notice': () => '这个问题还没有告知中心，答复期限没有起算，不能制作问题告知书；请先告知中心',
  'letter-without-rectification': () =>
    '这个问题没有查实，或已不予认定、撤销、撤回，也没有在办的整改，不能制作整改通知书；请先查实，或等中心登记整改措施',
  'letter-before-review': (filedOn: PlainDate | null) =>
    filedOn === null
      ? '这个问题没有申诉，没有复核决定可以制作；中心申诉并复核以后再来'
      : `这个问题 ${filedOn} 的申诉还没有复核决定，不能制作复核决定书；请等复核员决定以后再来`,
  'inspector-unknown': (personId: string) =>
    `${personId} 不是在用的检查员，不能列入抽查；请从检查员名单中选择，或请管理员授予检查员角色`,
  'sampling-secret-missing': () => '服务器上没有这份抽查方案的种子，无法抽出或揭示；请管理员从备份恢复 sampling.sqlite',
  'sampling-visits-open': (count: number, first: number, day: PlainDate) =>
    `还有 ${count} 次抽查既没有登记检查，也没有写明未去的理由（第 ${first} 次，${day}）；请先补齐，或写明理由后揭示`,
  'sampling-visit-coming': (day: PlainDate) => `这一次抽查在 ${day}，还没有到；请在当天或以后再记`,
  'sampling-visit-made': (visit: number) => `抽查的第 ${visit} 次已经登记过检查，不能记为未去；请刷新查看`,
  'sampling-visit-of-other': () => '这一次抽查不是派给您的；请由被派的检查员或考核员办理',
  'page-wrong': (limit: number) => `每页条数应为 1 至 ${limit} 的整数；请改正后重试`,
  'center-unlisted': (centerId: string) => `中心 ${centerId} 没有列入本次考核，或不是您的中心；请从列表重新进入`,
} as const

/** A year without a calendar is the core's own refusal and sentence. */
export type ActingCode =
  | keyof typeof ACTING_REFUSALS
  | CorrectionCode
  | DesignRefusalCode
  | LedgerRefusalCode
  | StoreFaultCode
  | StoreRefusalCode
  | SuppositionRefusalCode
  | 'calendar-unknown'
/** `changes` with `changed-meanwhile`: what was recorded since the person looked; `blockers` with `not-ready`. */
export type ActingRefusal = Refusal<ActingCode> & {
  readonly changes?: readonly LedgerEvent[]
  readonly blockers?: readonly Blocker[]
  /** Every correction of a reading that cannot be made; the first is the refusal itself. */
  readonly corrections?: readonly CorrectionRefusal[]
}
export type Acting<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: ActingRefusal }

type Values<Code extends keyof typeof ACTING_REFUSALS> = Parameters<(typeof ACTING_REFUSALS)[Code]>

export function actingRefusal<Code extends keyof typeof ACTING_REFUSALS>(
  code: Code,
  ...values: Values<Code>
): Refusal<Code> {
  const message = ACTING_REFUSALS[code] as (...values: Values<Code>) => string
  return { code, message: message(...values) }
}

export function refusedActing<Code extends keyof typeof ACTING_REFUSALS>(
  code: Code,
  ...values: Values<Code>
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: actingRefusal(code, ...values) }
}
