import type { Sending } from './sending.ts'

/** Calls other programs. `ok` when the other side answered 2xx in time; never throws. */
export interface WebhookSender {
  readonly send: (call: WebhookCall) => Promise<Sending>
}

/** `eventId` is the same at every attempt, so that a receiver can drop what it has had. `body` is JSON. */
export interface WebhookCall {
  readonly url: string
  readonly eventId: string
  readonly body: string
}
