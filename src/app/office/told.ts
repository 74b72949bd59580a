import type { BonusId, FindingId, PersonId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Deadline } from '../../core/kernel/working-days.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import type { FactOf } from '../../core/ledger/ledger-command.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'

/** What the events tell that the folded state does not keep and acting needs. */
export interface Told {
  /** Who reported or raised it. */
  readonly reporters: ReadonlyMap<FindingId, PersonId>
  /** Whose centers were told of them at some time. */
  readonly notified: ReadonlySet<FindingId>
  /** By when the rectification is due, as last planned. */
  readonly rectifyBy: ReadonlyMap<FindingId, Deadline>
  /** When the finding was substantiated, or its decision last changed. */
  readonly decidedAt: ReadonlyMap<FindingId, Timestamp>
  /** When it was last decided what becomes of a finding or a bonus, whichever way. */
  readonly settledAt: ReadonlyMap<FindingId | BonusId, Timestamp>
  /** When something last happened about the finding or bonus. */
  readonly touchedAt: ReadonlyMap<FindingId | BonusId, Timestamp>
  /** The last events that can have moved a score, oldest first. */
  readonly moving: readonly LedgerEvent[]
  /** Every answer to a question, in order. */
  readonly answered: readonly AnsweredEvent[]
  /** The findings and bonuses that refer to a file, by its digest. */
  readonly shownIn: ReadonlyMap<string, ReadonlySet<string>>
  /** With the last publication; null before the first and after a reopening. */
  readonly statement: string | null
  readonly publishedAt: Timestamp | null
  /** The last seal; null before the first and after a reopening. */
  readonly sealed: ToldSeal | null
}

export type AnsweredEvent = Extract<LedgerEvent, { readonly type: 'QuestionAnswered' }>

export interface ToldSeal {
  /** Where the ledger stood with it: the codes of the sealed sheets are made of this. */
  readonly head: ChainHead
  readonly at: Timestamp
  /** Null where nothing stood against it. */
  readonly forced: { readonly blockers: number; readonly reason: string } | null
}

/** `note` takes each event with where the ledger stands after it. */
export function toldSoFar(): {
  readonly told: Told
  readonly note: (event: LedgerEvent, head: ChainHead) => void
} {
  const reporters = new Map<FindingId, PersonId>()
  const notified = new Set<FindingId>()
  const rectifyBy = new Map<FindingId, Deadline>()
  const decidedAt = new Map<FindingId, Timestamp>()
  const settledAt = new Map<FindingId | BonusId, Timestamp>()
  const shownIn = new Map<string, Set<string>>()
  const touchedAt = new Map<FindingId | BonusId, Timestamp>()
  const moving: LedgerEvent[] = []
  const answered: AnsweredEvent[] = []
  const last = { touchedAt, settledAt, moving, answered }
  const whole = { statement: null, publishedAt: null, sealed: null }
  const told: Writable<Told> = { ...last, ...whole, shownIn, reporters, notified, rectifyBy, decidedAt }
  const note = (event: LedgerEvent, head: ChainHead) => {
    const { type } = event
    noteEvidence(shownIn, event)
    const caseId = caseOf(event)
    if (caseId !== null) touchedAt.set(caseId, event.recordedAt)
    if (caseId !== null && SETTLING.has(type)) settledAt.set(caseId, event.recordedAt)
    if (canMove(event)) moving.push(event)
    if (moving.length > 2 * MOST_MOVING) moving.splice(0, MOST_MOVING)
    if (type === 'QuestionAnswered') answered.push(event)
    if (type === 'FindingReported' || type === 'SuspicionRaised') {
      if (!reporters.has(event.findingId)) reporters.set(event.findingId, event.by)
    } else if (type === 'FindingNotified') notified.add(event.findingId)
    else if (type === 'RectificationPlanned') rectifyBy.set(event.findingId, event.dueBy)
    else if (type === 'AssessmentSealed') told.sealed = { head, at: event.recordedAt, forced: forcedIn(event) }
    else if (type === 'ResultsPublished')
      Object.assign(told, { statement: event.statement, publishedAt: event.recordedAt })
    else if (type === 'AssessmentReopened') Object.assign(told, whole)
    else if (DECIDING.has(type) && 'findingId' in event) decidedAt.set(event.findingId, event.recordedAt)
  }
  return { told, note }
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

function forcedIn({ forced }: FactOf<'AssessmentSealed'>): ToldSeal['forced'] {
  return forced === null ? null : { blockers: forced.blockers.length, reason: forced.reason }
}

function noteEvidence(shownIn: Map<string, Set<string>>, event: LedgerEvent): void {
  if (!('evidence' in event)) return
  const caseId = event.type === 'BonusProposed' ? event.bonusId : event.findingId
  for (const { digest } of event.evidence) shownIn.set(digest, (shownIn.get(digest) ?? new Set()).add(caseId))
}

function caseOf(event: LedgerEvent): FindingId | BonusId | null {
  if ('bonusId' in event) return event.bonusId
  return 'findingId' in event ? event.findingId : null
}

const DECIDING: ReadonlySet<LedgerEvent['type']> = new Set([
  'FindingSubstantiated',
  'AmountDecided',
  'DecisionCorrected',
  'FindingVaried',
])

const SETTLING: ReadonlySet<LedgerEvent['type']> = new Set([
  ...DECIDING,
  'FindingDismissed',
  'FindingUpheld',
  'FindingReversed',
  'SuspicionWithdrawn',
  'BonusApproved',
  'BonusRejected',
])

/** Whether it can move a settled score; everything else only moves what is open. */
export function canMove({ type }: LedgerEvent): boolean {
  return MOVING.has(type)
}

const MOVING: ReadonlySet<LedgerEvent['type']> = new Set([
  'FindingSubstantiated',
  'FindingDismissed',
  'AmountDecided',
  'DecisionCorrected',
  'FindingVaried',
  'FindingReversed',
  'BonusApproved',
  'QuestionAnswered',
  'PeriodClosed',
])

/** Kept at least, twice as many at most: a few score changes are looked for among them. */
const MOST_MOVING = 50
