import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Mail } from '../ports/mailer.ts'
import type { TakenDelivery } from '../ports/outbox.ts'
import type { WebhookCall } from '../ports/webhook-sender.ts'
import type { Office } from '../office/office.ts'

/** A message as a mail: what happened, and where; what was alleged stays in the program. */
export function mailOf(
  office: Pick<Office, 'digester'>,
  tenantId: TenantId,
  { message, receiver }: TakenDelivery,
  publicUrl: string,
): Mail {
  return {
    mailId: `${outgoingId(office, tenantId, message.messageId, receiver)}@${new URL(publicUrl).hostname}`,
    to: receiver,
    subject: `【考核】${message.text}`,
    text: `${message.text}\n\n请登录后查看：${linkOf(publicUrl, message.link)}\n\n本邮件由系统自动发出，请勿回复。\n`,
  }
}

export function webhookCallOf(
  office: Pick<Office, 'digester'>,
  tenantId: TenantId,
  { message, receiver }: TakenDelivery,
  publicUrl: string,
): WebhookCall {
  const eventId = outgoingId(office, tenantId, message.messageId, receiver)
  const { messageId, assessmentId, to, subject, text, link, laidDownAt } = message
  const body = {
    eventId,
    tenantId,
    messageId,
    assessmentId,
    to,
    subject,
    text,
    link: linkOf(publicUrl, link),
    laidDownAt,
  }
  return { url: receiver, eventId, body: JSON.stringify(body) }
}

/** The same for every attempt to tell the same to the same, and for nothing else. */
function outgoingId({ digester }: Pick<Office, 'digester'>, ...parts: readonly string[]): string {
  return digester('sha256')(parts.join('\n')).slice(0, 40)
}

function linkOf(publicUrl: string, link: string): string {
  return `${publicUrl.replace(/\/+$/u, '')}${link}`
}
