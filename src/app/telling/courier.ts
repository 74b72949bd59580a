import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Mailer } from '../ports/mailer.ts'
import type { WebhookSender } from '../ports/webhook-sender.ts'
import type { Office } from '../office/office.ts'

/** How the program reaches the outside; null where that way is not set up. */
export interface Courier {
  readonly mailer: Mailer | null
  readonly webhooks: WebhookSender | null
  /** The addresses called for a district. */
  readonly hooks: (tenantId: TenantId) => readonly string[]
  /** Where people reach the program: links in messages start with it. */
  readonly publicUrl: string
}

/** What of the office delivering needs. */
export type Sender = Pick<Office, 'outbox' | 'people' | 'clock' | 'digester'>
