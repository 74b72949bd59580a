import type { CenterId, PersonId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Deadline } from '../../core/kernel/working-days.ts'
import type { Bonus, Finding } from '../../core/ledger/assessment-state.ts'
import { caseNumber, numbered } from '../../core/ledger/case-number.ts'
import { isOver } from '../../core/ledger/is-over.ts'
import { isWholeDecision } from '../../core/ledger/is-whole-decision.ts'
import { numberOfQuestion } from '../../core/rubric/interpretation-number.ts'
import type { Action } from '../people/who-may.ts'
import { linkTo } from '../office/links.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'

/** What has to happen next with something, by whoever may take that action. */
export interface Step {
  readonly kind: keyof typeof STEPS
  readonly action: Action
  readonly about: 'assessment' | 'question' | 'finding' | 'bonus'
  readonly ref: string | null
  readonly centerId: CenterId | null
  readonly dueBy: PlainDate | null
  /** The same with the calendar that it was counted with. */
  readonly due: Deadline | null
  /** Who must not: they had part in what is decided. */
  readonly notBy: readonly PersonId[]
  readonly text: string
  readonly link: string
}

type Besides = Partial<Pick<Step, 'due' | 'notBy'>>

/** Each step with the action that takes it and its sentence. */
const STEPS = {
  'finding-to-notify': { action: 'finding.notify', say: (what: string) => `${what}还没有告知中心` },
  'reply-due': { action: 'finding.reply', say: (what: string) => `${what}等待答复` },
  'finding-to-decide': { action: 'finding.substantiate', say: (what: string) => `${what}等待认定` },
  'amount-to-decide': { action: 'finding.substantiate', say: (what: string) => `${what}已查实，等待裁量` },
  'appeal-possible': { action: 'appeal.file', say: (what: string) => `${what}的结论已送达，有异议可以申诉` },
  'appeal-to-review': { action: 'appeal.review', say: (what: string) => `${what}的申诉等待复核` },
  'rectification-due': { action: 'rectification.submit', say: (what: string) => `${what}的整改等待完成` },
  'rectification-to-review': { action: 'rectification.review', say: (what: string) => `${what}的整改情况等待检查` },
  'bonus-to-approve': { action: 'bonus.approve', say: (what: string) => `${what}等待审定` },
  'question-open': { action: 'question.answer', say: (what: string) => `${what}还没有口径` },
  'period-to-close': { action: 'period.close', say: (what: string) => `${what}的周期已过，可以结束` },
  'assessment-to-seal': { action: 'assessment.seal', say: (what: string) => `${what}的周期已经结束，等待定稿` },
  'results-to-publish': { action: 'results.publish', say: (what: string) => `${what}已经定稿，等待公示` },
} as const satisfies Readonly<Record<string, { readonly action: Action; readonly say: (what: string) => string }>>

export function findingSteps(live: LiveAssessment, finding: Finding, today: PlainDate): Step[] {
  const step = (kind: Step['kind'], besides: Besides = {}) => aboutFinding(live, finding, kind, besides)
  return [...decisionSteps(live, finding, today, step), ...rectificationSteps(live, finding, step)]
}

function decisionSteps(
  { state, adopted, told }: LiveAssessment,
  finding: Finding,
  today: PlainDate,
  step: (kind: Step['kind'], besides?: Besides) => Step,
): Step[] {
  const { findingId, standing, reply, replyBy, appeal, appealBy, deciders } = finding
  switch (standing) {
    case 'suspected':
    case 'reported':
      return [step('finding-to-notify')]
    case 'notified': {
      const isOpen = reply === 'none' && replyBy !== null && today <= replyBy.lastDay
      return [isOpen ? step('reply-due', { due: replyBy }) : step('finding-to-decide')]
    }
    case 'substantiated': {
      const reporter = told.reporters.get(findingId)
      if (appeal?.outcome === 'pending')
        return [step('appeal-to-review', { notBy: [...deciders, ...(reporter ? [reporter] : [])] })]
      if (!isWholeDecision(adopted.rubric, state.answers, finding)) return [step('amount-to-decide')]
      const isOpen = appealBy !== null && appeal === null && today <= appealBy.lastDay
      return isOpen ? [step('appeal-possible', { due: appealBy })] : []
    }
    case 'dismissed':
    case 'reversed':
    case 'withdrawn':
      return []
  }
}

function rectificationSteps(
  { told }: LiveAssessment,
  { findingId, standing, rectification }: Finding,
  step: (kind: Step['kind'], besides?: Besides) => Step,
): Step[] {
  if (isOver(standing)) return []
  if (rectification === 'submitted') return [step('rectification-to-review')]
  if (rectification !== 'planned' && rectification !== 'returned') return []
  return [step('rectification-due', { due: told.rectifyBy.get(findingId) ?? null })]
}

export function bonusSteps({ state, header }: LiveAssessment, bonus: Bonus): Step[] {
  if (bonus.standing !== 'proposed') return []
  const { bonusId, centerId, clauseId, proposedBy } = bonus
  const what = `${state.centers.get(centerId) ?? centerId}${numbered(caseNumber(bonus))}加分申报（${clauseId} 款）`
  const link = linkTo.bonus(header.assessmentId, bonusId)
  return [stepOf('bonus-to-approve', { about: 'bonus', ref: bonusId, centerId, link, what, notBy: [proposedBy] })]
}

export function wholeSteps({ state, adopted, header }: LiveAssessment, today: PlainDate): Step[] {
  const { assessmentId } = header
  const link = linkTo.assessment(assessmentId)
  const whole = { about: 'assessment', ref: null, centerId: null, link, what: adopted.rubric.title } as const
  if (state.seal !== null) return state.isPublished ? [] : [stepOf('results-to-publish', whole)]
  const steps = adopted.rubric.questions
    .filter(({ id }) => !state.answers.has(id))
    .map(({ id, why }) =>
      stepOf('question-open', {
        about: 'question',
        ref: id,
        centerId: null,
        link: linkTo.question(assessmentId, id),
        what: `口径 ${numberOfQuestion(adopted.rubric, id)}（${why}）`,
      }),
    )
  if (state.isClosed) steps.push(stepOf('assessment-to-seal', whole))
  else if (state.periodTo !== null && today > state.periodTo) steps.push(stepOf('period-to-close', whole))
  return steps
}

function aboutFinding({ state, header }: LiveAssessment, finding: Finding, kind: Step['kind'], besides: Besides): Step {
  const { findingId, centerId, clauseId, decision } = finding
  const what = `${state.centers.get(centerId) ?? centerId}${numbered(caseNumber(finding))}问题（${decision?.clauseId ?? clauseId} 款）`
  return stepOf(kind, {
    about: 'finding',
    ref: findingId,
    centerId,
    link: linkTo.finding(header.assessmentId, findingId),
    what,
    ...besides,
  })
}

function stepOf(
  kind: Step['kind'],
  {
    what,
    due = null,
    ...said
  }: Pick<Step, 'about' | 'ref' | 'centerId' | 'link'> & Besides & { readonly what: string },
): Step {
  const { action, say } = STEPS[kind]
  return { notBy: [], ...said, due, dueBy: due?.lastDay ?? null, kind, action, text: say(what) }
}
