import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { CenterId } from '../../core/kernel/identifiers.ts'
import { caseNumber } from '../../core/ledger/case-number.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { numberOfQuestion } from '../../core/rubric/interpretation-number.ts'
import type { MessageId, OutboxMessage } from '../ports/outbox.ts'
import { linkTo } from '../office/links.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { audiencesOf, naming, NOTIFICATIONS, TOGETHER, type Naming, type Notice } from './notifications.ts'

/** What people are told of the events, which are about to be appended to the assessment as it stands. */
export function messagesOf(live: LiveAssessment, events: readonly LedgerEvent[]): OutboxMessage[] {
  return together(
    live,
    events.flatMap((event) => messagesAbout(live, event)),
  )
}

/** Several of a kind to one receiver become one, in the place of the first. */
function together({ header, adopted }: LiveAssessment, messages: readonly OutboxMessage[]): OutboxMessage[] {
  const kinds = new Map<string, OutboxMessage[]>()
  for (const message of messages) {
    const { subject, to } = message
    const isGathered = Object.hasOwn(TOGETHER, subject)
    const kind = isGathered ? `${subject} ${canonicalJson(to)}` : message.messageId
    const known = kinds.get(kind)
    if (known) known.push(message)
    else kinds.set(kind, [message])
  }
  return [...kinds.values()].flatMap((kind) => {
    const [first] = kind
    const say = first && TOGETHER[first.subject as keyof typeof TOGETHER]
    if (!say || kind.length === 1) return kind
    const text = say(kind.length, adopted.rubric.title)
    return [{ ...first, text, link: linkTo.assessment(header.assessmentId) }]
  })
}

function messagesAbout(live: LiveAssessment, event: LedgerEvent): OutboxMessage[] {
  const { header, state } = live
  const { assessmentId } = header
  const about = aboutOf(live, event)
  const say = NOTIFICATIONS[event.type] as (fact: LedgerEvent, naming: Naming) => readonly Notice[]
  return say(event, about).flatMap(({ to, subject, text }) =>
    audiencesOf(to, about.centerId, state.centers.keys()).map((audience): OutboxMessage => {
      const ref = audience.kind === 'center' ? audience.centerId : audience.role
      return {
        messageId: `${assessmentId}/${event.seq}/${subject}/${ref}` as MessageId,
        assessmentId,
        to: audience,
        subject,
        text,
        link: about.link,
        laidDownAt: event.recordedAt,
      }
    }),
  )
}

interface About extends Naming {
  readonly centerId: CenterId | null
  readonly link: string
}

function aboutOf({ header, state, adopted, told }: LiveAssessment, event: LedgerEvent): About {
  const { assessmentId } = header
  const { title } = adopted.rubric
  const finding = 'findingId' in event ? state.findings.get(event.findingId) : undefined
  const bonus = 'bonusId' in event ? state.bonuses.get(event.bonusId) : undefined
  const own = 'centerId' in event ? event.centerId : null
  const centerId = own ?? finding?.centerId ?? bonus?.centerId ?? null
  const center = centerId === null ? '' : (state.centers.get(centerId) ?? centerId)
  const clauseId =
    'clauseId' in event ? event.clauseId : (finding?.decision?.clauseId ?? finding?.clauseId ?? bonus?.clauseId ?? null)
  const wasTold = finding !== undefined && told.notified.has(finding.findingId)
  return { centerId, title, wasTold, what: whatOf(), link: linkOf() }

  function whatOf(): string {
    if ('questionId' in event) return numberOfQuestion(adopted.rubric, event.questionId)
    const about = finding ?? bonus
    // What the event itself raises is not in the state yet: its number is the event's own.
    const isOfCase = 'findingId' in event || 'bonusId' in event
    return naming(center, clauseId, about ? caseNumber(about) : isOfCase ? event.seq : null)
  }

  function linkOf(): string {
    if ('findingId' in event) return linkTo.finding(assessmentId, event.findingId)
    if ('bonusId' in event) return linkTo.bonus(assessmentId, event.bonusId)
    if ('questionId' in event) return linkTo.question(assessmentId, event.questionId)
    return linkTo.assessment(assessmentId)
  }
}
