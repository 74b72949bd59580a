import { systemClock } from '../adapters/clock/system-clock.ts'
import { smtpMailer } from '../adapters/mail/smtp-mailer.ts'
import { isCallable, signedWebhooks } from '../adapters/webhooks/signed-webhooks.ts'
import type { Courier } from '../app/telling/courier.ts'
import type { Configuration } from './configuration-keys.ts'

const TIMEOUT_MS = 15_000

/** How the server tells people and programs outside; the settings are of the installation, for all its districts. */
export function courierOf(configuration: Configuration): Courier {
  const { smtpHost, smtpUser, smtpPassword, webhookUrls, webhookSecret, publicUrl, host, port } = configuration
  const mailer =
    smtpHost === ''
      ? null
      : smtpMailer({
          host: smtpHost,
          port: configuration.smtpPort,
          security: configuration.smtpSecurity,
          login: smtpUser === '' ? null : { user: smtpUser, password: smtpPassword },
          from: configuration.mailFrom,
          timeoutMs: TIMEOUT_MS,
        })
  const webhooks =
    webhookUrls.length === 0
      ? null
      : signedWebhooks({ secret: webhookSecret, timeoutMs: TIMEOUT_MS, clock: systemClock })
  return { mailer, webhooks, hooks: () => webhookUrls, publicUrl: publicUrl ?? `http://${host}:${port}` }
}

const LEAST_SECRET = 16

/** Settings that only make sense together. */
export function courierFaults({ smtpHost, mailFrom, webhookUrls, webhookSecret }: Configuration) {
  const faults: { readonly key: string; readonly found: string; readonly expected: string }[] = []
  if (smtpHost !== '' && !/^[^\s@]+@[^\s@]+$/u.test(mailFrom))
    faults.push({ key: 'mailFrom', found: JSON.stringify(mailFrom), expected: '发件地址（已填 smtpHost）' })
  for (const url of webhookUrls)
    if (!isCallable(url))
      faults.push({ key: 'webhookUrls', found: JSON.stringify(url), expected: 'https 地址（本机可用 http）' })
  if (webhookUrls.length > 0 && webhookSecret.length < LEAST_SECRET)
    faults.push({
      key: 'webhookSecret',
      found: '太短或没有',
      expected: `至少 ${LEAST_SECRET} 个字符（已填 webhookUrls）`,
    })
  return faults
}
