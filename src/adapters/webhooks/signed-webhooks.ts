import { createHmac } from 'node:crypto'
import type { Clock } from '../../app/ports/clock.ts'
import type { Sending } from '../../app/ports/sending.ts'
import type { WebhookSender } from '../../app/ports/webhook-sender.ts'

/**
 * POSTs JSON signed with HMAC-SHA256 over `timestamp.body` (`Mingheng-Signature: t=<seconds>,v1=<hex>`), so that the
 * receiver can tell who calls and refuse an old call played again. Redirections are not followed.
 */
export function signedWebhooks(settings: {
  readonly secret: string
  readonly timeoutMs: number
  readonly clock: Clock
}): WebhookSender {
  const { secret, timeoutMs, clock } = settings
  return {
    send: async ({ url, eventId, body }) => {
      if (!isCallable(url)) return { ok: false, error: 'webhook address is not https', isFinal: true }
      const seconds = Math.floor(clock.epochMs() / 1_000)
      try {
        const response = await fetch(url, {
          method: 'POST',
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'mingheng-event-id': eventId,
            'mingheng-signature': `t=${seconds},v1=${webhookSignature(secret, seconds, body)}`,
          },
          body,
        })
        await response.body?.cancel()
        return response.ok ? { ok: true } : { ok: false, error: `webhook answered ${response.status}`, isFinal: false }
      } catch (error) {
        return failure(error)
      }
    },
  }
}

export function webhookSignature(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex')
}

/** What goes over a network is encrypted; plain http only stays within the machine. */
export function isCallable(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
}

function failure(error: unknown): Sending {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  return { ok: false, error: ['webhook', name, cause?.code].filter(Boolean).join(' '), isFinal: false }
}
