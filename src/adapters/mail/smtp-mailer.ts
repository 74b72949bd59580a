import { createTransport } from 'nodemailer'
import type { Mailer } from '../../app/ports/mailer.ts'
import type { Sending } from '../../app/ports/sending.ts'

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** `tls`: from the first byte (465); `starttls`: refused where the server does not offer it; `none`: only inside a trusted network. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly login: { readonly user: string; readonly password: string } | null
  readonly from: string
  readonly timeoutMs: number
}

/** Mails through the office's server; a refusal for good (5xx at the address) is final, everything else may pass. */
export function smtpMailer(settings: SmtpSettings): Mailer & { readonly close: () => void } {
  const { host, port, security, login, from, timeoutMs } = settings
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ mailId, to, subject, text }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${mailId}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { ok: true }
      } catch (error) {
        return failure(error)
      }
    },
    close: () => transport.close(),
  }
}

/** What a server answers may repeat the address; the code and its number say enough. */
function failure(error: unknown): Sending {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string }
  const isFinal = command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500
  return { ok: false, error: ['smtp', code, command, responseCode].filter(Boolean).join(' '), isFinal }
}
