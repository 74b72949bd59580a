import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { MessageId, OutboxMessage } from '../ports/outbox.ts'
import { linkTo } from '../office/links.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { audiencesOf, naming, NOTIFICATIONS, type Naming, type Notice } from './notifications.ts'

/** What people are told of the events, which are about to be appended to the assessment as it stands. */
export function messagesOf(live: LiveAssessment, events: readonly LedgerEvent[]): OutboxMessage[] {
  return events.flatMap((event) => messagesAbout(live, event))
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

function aboutOf({ header, state, adopted }: LiveAssessment, event: LedgerEvent): About {
  const { assessmentId } = header
  const { title } = adopted.rubric
  const finding = 'findingId' in event ? state.findings.get(event.findingId) : undefined
  const bonus = 'bonusId' in event ? state.bonuses.get(event.bonusId) : undefined
  const own = 'centerId' in event ? event.centerId : null
  const centerId = own ?? finding?.centerId ?? bonus?.centerId ?? null
  const center = centerId === null ? '' : (state.centers.get(centerId) ?? centerId)
  const clauseId =
    'clauseId' in event ? event.clauseId : (finding?.decision?.clauseId ?? finding?.clauseId ?? bonus?.clauseId ?? null)
  const wasTold = finding !== undefined && finding.replyBy !== null
  return { centerId, title, wasTold, what: naming(center, clauseId), link: linkOf() }

  function linkOf(): string {
    if ('findingId' in event) return linkTo.finding(assessmentId, event.findingId)
    if ('bonusId' in event) return linkTo.bonus(assessmentId, event.bonusId)
    if ('questionId' in event) return linkTo.question(assessmentId, event.questionId)
    return linkTo.assessment(assessmentId)
  }
}
