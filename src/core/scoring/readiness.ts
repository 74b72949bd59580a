/**
 * Whether an assessment can be sealed: everything that is still open, each with what to do about it. Where nothing is left
 * that blocks, every sheet is settled and every decision has reached its center, whose days for an appeal are over.
 */
import type { CenterId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { AssessmentState, Bonus, Finding } from '../ledger/assessment-state.ts'
import { caseNumber, numbered } from '../ledger/case-number.ts'
import { findingTitle } from '../ledger/finding-title.ts'
import { isOver } from '../ledger/is-over.ts'
import { isWholeDecision } from '../ledger/is-whole-decision.ts'
import type { Blocker } from '../ledger/ledger-event.ts'
import { numberOfQuestion } from '../rubric/interpretation-number.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { isBlockingCode, readinessMessage, type READINESS_MESSAGES, type ReadinessCode } from './readiness-messages.ts'
import type { ScoreSheet } from './score-sheet.ts'

/** `sheets` are those of all centers, of the whole period as it is known today. */
export interface ReadinessGiven {
  readonly rubric: Rubric
  readonly state: AssessmentState
  readonly sheets: readonly ScoreSheet[]
  readonly today: PlainDate
}

/** `subject` says what `ref` names, for a link. What is not blocking is told and stands against nothing. */
export interface ReadinessMatter extends Blocker {
  readonly code: ReadinessCode
  readonly subject: 'assessment' | 'question' | 'finding' | 'bonus' | 'center'
  readonly isBlocking: boolean
  readonly message: string
}

/** The whole first, then question by question, finding by finding, bonus by bonus and center by center. */
export function readinessOf(given: ReadinessGiven): readonly ReadinessMatter[] {
  const { rubric, state } = given
  const matters: ReadinessMatter[] = []
  if (!state.isClosed) matters.push(matter('assessment', 'period-open', null, null))
  matters.push(...openQuestions(rubric, given.sheets))
  for (const finding of state.findings.values()) matters.push(...aboutFinding(given, finding))
  for (const bonus of state.bonuses.values()) matters.push(...aboutBonus(state, bonus))
  for (const [centerId, name] of state.centers)
    if (!state.selfAssessments.has(centerId))
      matters.push(matter('center', 'center-without-self-assessment', centerId, centerId, name))
  return [...matters, ...unsettled(given.sheets, matters)]
}

/** What an `AssessmentSealed` keeps of what stood against it. */
export function blockersOf(matters: readonly ReadinessMatter[]): Blocker[] {
  return matters.flatMap(({ code, ref, centerId, isBlocking }) => (isBlocking ? [{ code, ref, centerId }] : []))
}

/** Only questions that can move a center's score: a matter of wording, or one that touches nobody, stands against nothing. */
function openQuestions(rubric: Rubric, sheets: readonly ScoreSheet[]): ReadinessMatter[] {
  const moving = new Set(
    sheets.flatMap(({ open }) => open.flatMap(({ kind, ref }) => (kind === 'question' ? [ref] : []))),
  )
  return rubric.questions
    .filter(({ id }) => moving.has(id))
    .map(({ id, why }) => matter('question', 'question-open', id, null, numberOfQuestion(rubric, id), why))
}

/** At most one step is the next one for the decision; the rectification runs beside it. */
function aboutFinding(given: ReadinessGiven, finding: Finding): ReadinessMatter[] {
  const { findingId, centerId, rectification, standing } = finding
  const center = given.state.centers.get(centerId) ?? centerId
  const named = nameOf('问题', finding)
  const matters = nextStep(given, finding, center, named)
  const isRectified = rectification === 'none' || rectification === 'accepted'
  if (!isOver(standing) && !isRectified)
    matters.push(matter('finding', 'rectification-open', findingId, centerId, center, named))
  if (standsOnOtherRecords(finding))
    matters.push(matter('finding', 'records-changed', findingId, centerId, center, named))
  return matters
}

/** Whether the records it was decided on show another number by now. */
function standsOnOtherRecords({ standing, decision, flags }: Finding): boolean {
  const last = flags.at(-1)
  return standing === 'substantiated' && last !== undefined && last.occurrences !== decision?.occurrences
}

function nextStep(
  { rubric, state, today }: ReadinessGiven,
  finding: Finding,
  center: string,
  named: string,
): ReadinessMatter[] {
  const { findingId, centerId, standing, reply, replyBy, appeal, appealBy } = finding
  const say = (code: 'finding-undecided' | 'amount-undecided' | 'appeal-pending' | 'decision-not-served') => [
    matter('finding', code, findingId, centerId, center, named),
  ]
  const wait = (code: 'reply-open' | 'appeal-window-open', lastDay: PlainDate) => [
    matter('finding', code, findingId, centerId, center, named, lastDay),
  ]
  if (isOver(standing)) return []
  if (standing !== 'substantiated') {
    const isWaiting = standing === 'notified' && reply === 'none' && replyBy !== null && today <= replyBy.lastDay
    return isWaiting ? wait('reply-open', replyBy.lastDay) : say('finding-undecided')
  }
  if (appeal?.outcome === 'pending') return say('appeal-pending')
  if (!isWholeDecision(rubric, state.answers, finding)) return say('amount-undecided')
  if (appealBy === null) return say('decision-not-served')
  return today <= appealBy.lastDay ? wait('appeal-window-open', appealBy.lastDay) : []
}

function aboutBonus(state: AssessmentState, bonus: Bonus): ReadinessMatter[] {
  const { bonusId, centerId, standing } = bonus
  if (standing !== 'proposed') return []
  const center = state.centers.get(centerId) ?? centerId
  return [matter('bonus', 'bonus-undecided', bonusId, centerId, center, nameOf('加分申报', bonus))]
}

function nameOf(kind: string, about: Finding | Bonus): string {
  return `${numbered(caseNumber(about))}${kind}“${findingTitle(about.description)}”`
}

/** A sheet that is not one number although nothing named keeps it open: never passed over, whatever the reason. */
function unsettled(sheets: readonly ScoreSheet[], named: readonly ReadinessMatter[]): ReadinessMatter[] {
  const blocking = named.filter(({ isBlocking }) => isBlocking)
  const isExplained = ({ centerId, open }: ScoreSheet) =>
    blocking.some(
      (one) => one.centerId === centerId || one.code === 'period-open' || open.some(({ ref }) => ref === one.ref),
    )
  return sheets
    .filter((sheet) => !sheet.isSettled && !isExplained(sheet))
    .map(({ centerId, centerName }) => matter('center', 'sheet-unsettled', centerId, centerId, centerName))
}

function matter<Code extends ReadinessCode>(
  subject: ReadinessMatter['subject'],
  code: Code,
  ref: string | null,
  centerId: CenterId | null,
  ...values: Parameters<(typeof READINESS_MESSAGES)[Code]>
): ReadinessMatter {
  const message = readinessMessage(code, ...values)
  return { code, ref, centerId, subject, isBlocking: isBlockingCode(code), message }
}
