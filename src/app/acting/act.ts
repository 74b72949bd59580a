import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { may } from '../people/who-may.ts'
import type { LedgerTurn } from '../ports/ledger-store.ts'
import type { ActOutcome, ActPlan, Acted, Asking, Given } from './act-plan.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import { assertActionOf } from './action-of.ts'
import { appendAct, recallAct } from './append-act.ts'
import { checkAsking, checkCenter } from './check-asking.ts'
import { checkEvidence } from './check-evidence.ts'
import { checkRequest } from './check-request.ts'
import { countDeadline } from '../office/count-deadline.ts'
import { decideFacts } from './decide-facts.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Turn } from '../office/live-assessments.ts'
import type { Office } from '../office/office.ts'
import { recordingTime } from './recording-time.ts'
import { requestKey } from './request-key.ts'

/** Decides and appends one act: all of its facts with their messages, or none. A refusal leaves the ledger as it was. */
export async function act(office: Office, asking: Asking, plan: ActPlan): Promise<ActOutcome> {
  const { actor, assessmentId } = asking
  const { tenantId } = actor
  const malformed = checkRequest({ key: asking.key, input: plan.input }, plan.name)
  if (malformed) return { ok: false, refusal: malformed }
  if (!may(actor, plan.action, null)) return refusedActing('not-permitted')
  const missing = await checkEvidence(office, asking, plan)
  if (missing) return { ok: false, refusal: missing }
  const calendars = plan.countsDays ? await office.people.calendars(tenantId) : accepted([])
  if (!calendars.ok) return calendars
  return office.live.inTurn(tenantId, assessmentId, async (turn): Promise<ActOutcome> => {
    const decide: Decide = (append) => {
      const { state, recordedAt: last } = turn.live
      const now = office.clock.now()
      const recordedAt = recordingTime(now, last)
      if (recordedAt !== now) turn.noteClockBackwards()
      const deadline = (days: number) => countDeadline(calendars.value, dayOf(recordedAt), days)
      return actOnce(office, asking, plan, turn, { live: turn.live, state, recordedAt, deadline }, append)
    }
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const isFirst = attempt === 0 && !OVERTAKEN.has(turn.live)
      const acted = isFirst
        ? await decide((batch) => office.ledgers.append(tenantId, assessmentId, batch))
        : await inLedgersTurn(office, asking, turn, decide)
      if (!acted.ok || acted.value !== null) return acted as ActOutcome
      OVERTAKEN.add(turn.live)
    }
    return refusedActing('assessment-busy')
  })
}

type Decide = (append: LedgerTurn['append']) => Promise<Acting<Acted | null>>

/** Where the store gives turns one is enough; where it gives none, somebody else can be faster so many times. */
const ATTEMPTS = 20

/** Where another process was faster the last time: the next act begins with a turn, and goes on so while others append in between. */
const OVERTAKEN = new WeakSet<LiveAssessment>()

async function inLedgersTurn(
  { ledgers }: Office,
  { actor, assessmentId }: Asking,
  turn: Turn,
  decide: Decide,
): Promise<Acting<Acted | null>> {
  const acted = await ledgers.inTurn(actor.tenantId, assessmentId, async ({ head, append }) => {
    if (head.digest === turn.live.head.digest) OVERTAKEN.delete(turn.live)
    else {
      const caught = await turn.catchUp()
      if (!caught.ok) return caught
    }
    return decide(append)
  })
  return acted.ok ? acted.value : acted
}

/** `null` where the ledger stands elsewhere by now: to be decided again. */
async function actOnce(
  office: Office,
  asking: Asking,
  plan: ActPlan,
  turn: Turn,
  given: Given,
  append: LedgerTurn['append'],
): Promise<Acting<Acted | null>> {
  const { live } = turn
  const center = checkCenter(asking.actor, plan, given.state)
  if (!center.ok) return center
  const key = requestKey(live.digestOf, asking, plan)
  const before = await recallAct(office, asking, live, key)
  if (!before.ok || before.value !== null) return before
  const refused = await checkAsking(office, asking, plan, given, center.value)
  if (refused) return { ok: false, refusal: refused }
  const facts = plan.facts(given)
  if (!facts.ok) return facts
  assertActionOf(plan.action, facts.value)
  const stamp = { by: asking.actor.personId, actedAt: asking.actedAt ?? given.recordedAt, recordedAt: given.recordedAt }
  const events = decideFacts(given.state, live.adopted.rubric, facts.value, stamp)
  if (!events.ok) return events
  // Whoever asks for what the ledger knows already has done nothing.
  if (events.value.length === 0) return accepted({ events: [], head: live.head, isRepeated: false })
  return appendAct(office, asking, turn, key, events.value, append)
}
