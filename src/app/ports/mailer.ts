import type { Sending } from './sending.ts'

/** Hands mails to the office's mail server. `ok` when the server has taken it over; never throws. */
export interface Mailer {
  readonly send: (mail: Mail) => Promise<Sending>
}

/** `mailId` is the same at every attempt, so that a receiver can tell a second copy. Plain text. */
export interface Mail {
  readonly mailId: string
  readonly to: string
  readonly subject: string
  readonly text: string
}
