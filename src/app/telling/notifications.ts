/**
 * Who is told of what: this table and nothing else. Every kind of event has its line, empty where nobody needs to be told;
 * a new kind is a type error here. Texts name center and clause, never what was alleged: they also go by mail.
 */
import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { Deadline } from '../../core/kernel/working-days.ts'
import { numbered } from '../../core/ledger/case-number.ts'
import type { FactOf, FactType } from '../../core/ledger/ledger-command.ts'
import type { Role } from '../people/role.ts'

/** To whom: the center that the event is about, all centers, or those with a role. */
export interface Notice {
  readonly to: 'center' | 'centers' | Role
  readonly subject: NoticeSubject
  readonly text: string
}

export type NoticeSubject =
  | 'finding-reported'
  | 'suspicion-amended'
  | 'suspicion-withdrawn'
  | 'finding-flagged'
  | 'finding-notified'
  | 'finding-replied'
  | 'finding-dismissed'
  | 'decision-served'
  | 'appeal-filed'
  | 'appeal-decided'
  | 'rectification-submitted'
  | 'rectification-accepted'
  | 'rectification-returned'
  | 'bonus-proposed'
  | 'bonus-decided'
  | 'self-assessment-submitted'
  | 'question-answered'
  | 'assessment-sealed'
  | 'results-published'
  | 'assessment-reopened'
  | 'sampling-revealed'
  | 'reply-due'
  | 'appeal-due'
  | 'rectification-due'

/** What a sentence can name: `what` is center, clause and number of the case (of an answer, the question's number), `title` the assessment; `wasTold` whether the center knew of the finding. */
export interface Naming {
  readonly what: string
  readonly title: string
  readonly wasTold: boolean
}

type Table = { readonly [Type in FactType]: (fact: FactOf<Type>, naming: Naming) => readonly Notice[] }

export const NOTIFICATIONS: Table = {
  AssessmentOpened: none,
  CenterEnrolled: none,
  TermsSet: none,
  DetectionRetired: none,
  PeriodClosed: none,
  CenterInspected: none,
  // Whoever is to go reads it in the plan; a message would tell days and centers beyond those who go.
  SamplingPlanCommitted: none,
  SamplingPlanRevealed: (_fact, { title }) => [
    told('centers', 'sampling-revealed', `《${title}》有一份抽查方案已经揭示，可以核对封存时的承诺码`),
  ],
  SamplingVisitMissed: none,
  SuspicionRaised: (_fact, { what }) => [told('assessor', 'finding-reported', `${what}是新的疑点，请核实后告知中心`)],
  SuspicionAmended: (_fact, { what, wasTold }) =>
    wasTold
      ? [
          told('center', 'suspicion-amended', `${what}的疑点所依据的记录有更正，请查看；需要答复的会另行告知`),
          told('assessor', 'suspicion-amended', `${what}的疑点所依据的记录有更正，请核对，需要的请重新告知中心`),
        ]
      : [],
  SuspicionWithdrawn: ({ basis }, { what, wasTold }) => [
    ...(wasTold ? [told('center', 'suspicion-withdrawn', `${what}的疑点已撤回，不再办理，不计分`)] : []),
    ...(basis === null ? [told('assessor', 'suspicion-withdrawn', `${what}由人登记的疑点已由数据员撤回，请查看`)] : []),
  ],
  FindingFlagged: (_fact, { what }) => [
    told('assessor', 'finding-flagged', `${what}的问题已有结论，所依据的记录或检测有变，请核对；结论有误的请更正`),
  ],
  FindingReported: (_fact, { what }) => [told('assessor', 'finding-reported', `${what}是新登记的问题，请告知中心`)],
  FindingNotified: ({ replyBy }, { what }) => [
    told('center', 'finding-notified', `${what}的问题已经登记，请在 ${replyBy.lastDay} 以前答复`),
  ],
  FindingAccepted: (_fact, { what }) => [told('assessor', 'finding-replied', `${what}的问题，中心已认可，请作出认定`)],
  FindingContested: (_fact, { what }) => [
    told('assessor', 'finding-replied', `${what}的问题，中心有异议，请核实后作出认定`),
  ],
  // The center is told when the decision is whole and served.
  FindingSubstantiated: none,
  AmountDecided: none,
  DecisionCorrected: none,
  FindingDismissed: (_fact, { what, wasTold }) =>
    wasTold ? [told('center', 'finding-dismissed', `${what}的问题不予认定，不计分`)] : [],
  DecisionServed: ({ appealBy }, { what }) => [
    told('center', 'decision-served', `${what}的问题已有结论；有异议的请在 ${appealBy.lastDay} 以前申诉`),
  ],
  AppealFiled: (_fact, { what }) => [told('reviewer', 'appeal-filed', `${what}的问题，中心提出申诉，请复核`)],
  FindingUpheld: (_fact, { what }) => reviewed(`${what}的申诉已复核：维持原结论`),
  FindingVaried: (_fact, { what }) => reviewed(`${what}的申诉已复核：变更原结论`),
  FindingReversed: (_fact, { what }) => reviewed(`${what}的申诉已复核：撤销原结论`),
  RectificationPlanned: none,
  RectificationSubmitted: (_fact, { what }) => [
    told('inspector', 'rectification-submitted', `${what}的整改情况已经提交，请检查`),
  ],
  RectificationAccepted: (_fact, { what }) => [told('center', 'rectification-accepted', `${what}的整改已通过`)],
  RectificationReturned: (_fact, { what }) => [
    told('center', 'rectification-returned', `${what}的整改被退回，请按退回的理由补充`),
  ],
  BonusProposed: (_fact, { what }) => [told('assessor', 'bonus-proposed', `${what}的加分申报等待审定`)],
  BonusApproved: (_fact, { what }) => [told('center', 'bonus-decided', `${what}的加分申报已审定：予以加分`)],
  BonusRejected: (_fact, { what }) => [told('center', 'bonus-decided', `${what}的加分申报已审定：不予加分`)],
  SelfAssessmentSubmitted: (_fact, { what }) => [told('assessor', 'self-assessment-submitted', `${what}提交了自评`)],
  QuestionAnswered: (_fact, { what, title }) => [
    told('centers', 'question-answered', `《${title}》的口径 ${what} 已经确定，请查看`),
  ],
  AssessmentSealed: (_fact, { title }) => [told('leader', 'assessment-sealed', `《${title}》的考核已定稿`)],
  ResultsPublished: (_fact, { title }) => [
    told('centers', 'results-published', `《${title}》的考核结果已公示，请查看`),
    told('leader', 'results-published', `《${title}》的考核结果已公示`),
  ],
  AssessmentReopened: (_fact, { title }) => [
    told('centers', 'assessment-reopened', `《${title}》的考核已重启更正，原结果暂不作准`),
  ],
}

/**
 * One run of detections learns many things at once: who is told of several of a kind is told once, of how many. `about` is
 * where they are.
 */
export const TOGETHER: Partial<Record<NoticeSubject, (count: number, title: string) => string>> = {
  'finding-reported': (count, title) => `《${title}》有 ${count} 条新的疑点，请核实后告知中心`,
  'suspicion-amended': (count, title) => `《${title}》有 ${count} 条疑点所依据的记录有更正，请查看`,
  'suspicion-withdrawn': (count, title) => `《${title}》有 ${count} 条疑点已撤回，不再办理，不计分`,
  'finding-flagged': (count, title) => `《${title}》有 ${count} 件已有结论的问题所依据的记录或检测有变，请核对`,
}

/** One working day before a center's last day for something. */
export const REMINDERS = {
  'reply-due': (what: string, { lastDay }: Deadline) => `${what}的问题还没有答复，期限到 ${lastDay} 为止`,
  'appeal-due': (what: string, { lastDay }: Deadline) => `${what}的问题有异议可以申诉，期限到 ${lastDay} 为止`,
  'rectification-due': (what: string, { lastDay }: Deadline) => `${what}的整改还没有提交，期限到 ${lastDay} 为止`,
} as const satisfies Partial<Record<NoticeSubject, (what: string, deadline: Deadline) => string>>

export function naming(center: string, clauseId: string | null, number: number | null): string {
  const place = clauseId === null ? center : `${center} ${clauseId} 款`
  return number === null ? place : `${place}${numbered(number)}`
}

/** Whom a notice reaches, as audiences of the outbox. */
export function audiencesOf(
  to: Notice['to'],
  centerId: CenterId | null,
  everyCenter: Iterable<CenterId>,
): readonly (
  | { readonly kind: 'center'; readonly centerId: CenterId }
  | { readonly kind: 'role'; readonly role: Role }
)[] {
  if (to === 'centers') return [...everyCenter].map((one) => ({ kind: 'center', centerId: one }))
  if (to === 'center') return centerId === null ? [] : [{ kind: 'center', centerId }]
  return [{ kind: 'role', role: to }]
}

function told(to: Notice['to'], subject: NoticeSubject, text: string): Notice {
  return { to, subject, text }
}

function reviewed(text: string): readonly Notice[] {
  return [told('center', 'appeal-decided', text), told('assessor', 'appeal-decided', text)]
}

function none(): readonly Notice[] {
  return []
}
