import type { Brand } from '../../core/kernel/brand.ts'
import type { AssessmentId, CenterId, PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Stored, StoreFaultCode } from './store-fault.ts'

export type MessageId = Brand<string, 'MessageId'>

/**
 * Something that people should be told, laid down in the same transaction as the facts it tells of (or by the reminder
 * round), so that it is neither lost nor told of what did not happen. `messageId` is made from what it tells
 * (`a1/42/reply-due`), so that the same is never laid down twice. To whom: the people of a center, those who hold a role, or one
 * person.
 */
export interface OutboxMessage {
  readonly messageId: MessageId
  readonly assessmentId: AssessmentId
  readonly to: Audience
  /** What happened, as a code of the catalogue of notifications. */
  readonly subject: string
  readonly text: string
  /** Where the page about it is, relative: `/assessments/a1/findings/f1`. */
  readonly link: string
  readonly laidDownAt: Timestamp
}

export type Audience =
  | { readonly kind: 'center'; readonly centerId: CenterId }
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'person'; readonly personId: PersonId }

/** One way of telling one receiver: an e-mail address or a webhook. In-app messages are read from the outbox itself. */
export interface Delivery {
  readonly messageId: MessageId
  readonly channel: 'mail' | 'webhook'
  readonly receiver: string
  /** How often it was taken, the present time included. */
  readonly attempts: number
  readonly state: 'waiting' | 'sending' | 'sent' | 'given-up'
  readonly dueAt: Timestamp
  readonly lastError: string | null
}

/** Messages and their deliveries; every method but the first names the tenant and sees nothing of another. */
export interface Outbox {
  /**
   * The tenants that have something to be done now: a message that is not planned, or a delivery to be taken (as `take` has it).
   * Nothing else of them is told, so that nobody asks each of thousands of which few have anything.
   */
  readonly dueTenants: (now: Timestamp, staleSince: Timestamp) => Promise<Outcome<readonly TenantId[], StoreFaultCode>>
  /** Lays down messages that no fact brings with it (reminders). Those that are there already are passed over. */
  readonly lay: (tenantId: TenantId, messages: readonly OutboxMessage[]) => Promise<Outcome<null, StoreFaultCode>>
  /** Messages to any of the audiences, newest first, before the given place (null: from the newest). */
  readonly messages: (
    tenantId: TenantId,
    audiences: readonly Audience[],
    before: number | null,
    limit: number,
  ) => Promise<Outcome<readonly PlacedMessage[], StoreFaultCode>>
  /** Messages whose deliveries have not been planned yet, oldest first. */
  readonly unplanned: (tenantId: TenantId, limit: number) => Promise<Outcome<readonly OutboxMessage[], StoreFaultCode>>
  /** Fixes once and for all to whom a message goes; an empty list where nobody is to be told outside the program. */
  readonly plan: (
    tenantId: TenantId,
    messageId: MessageId,
    deliveries: readonly Pick<Delivery, 'channel' | 'receiver' | 'dueAt'>[],
  ) => Promise<Outcome<null, StoreFaultCode>>
  /**
   * Takes deliveries that are due and marks them `sending`, so that no other worker sends them. One that has been
   * `sending` since before `staleSince` (its worker died) is due again.
   */
  readonly take: (
    tenantId: TenantId,
    now: Timestamp,
    staleSince: Timestamp,
    limit: number,
  ) => Promise<Outcome<readonly TakenDelivery[], StoreFaultCode>>
  /** What was sent counts always; a failure only while the delivery is `sending`: a late one takes nothing from others. */
  readonly settle: (
    tenantId: TenantId,
    delivery: Pick<Delivery, 'messageId' | 'channel' | 'receiver'>,
    result:
      | { readonly state: 'sent'; readonly at: Timestamp }
      | { readonly state: 'waiting'; readonly dueAt: Timestamp; readonly error: string }
      | { readonly state: 'given-up'; readonly error: string },
  ) => Promise<Outcome<null, StoreFaultCode>>
  /** For the administrator's page: how many are in each state. */
  readonly counts: (tenantId: TenantId) => Promise<Stored<DeliveryCounts>>
  /** The same of all tenants, for the metrics. */
  readonly totals: () => Promise<Stored<DeliveryCounts>>
}

export type DeliveryCounts = Readonly<Record<Delivery['state'], number>>

export type PlacedMessage = OutboxMessage & { readonly place: number }
export type TakenDelivery = Delivery & { readonly message: OutboxMessage }
