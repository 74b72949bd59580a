import type { Static } from '@sinclair/typebox'
import type { Contract } from '../api/contract.ts'
import type { Trace } from '../app/people/people-ports.ts'
import type { Action } from '../app/people/who-may.ts'
import type { Problem } from './problem.ts'
import type { Asker, ServerParts } from './server-parts.ts'

/** Who a contract lets in: everybody, whoever is signed in, or those who may do one action. */
export type Access = 'public' | 'session' | Action

export type ServedContract = Contract & { readonly access: Access }

/** A contract with what is done: 20 to 60 lines that take the request apart, call one use case and answer. */
export interface Route {
  readonly contract: ServedContract
  readonly handle: (given: Given<never>, parts: ServerParts) => Promise<Reply<never>>
}

/** What a handler is given: the request as its contract says, checked, and who asks, permitted. */
export interface Given<Of extends Contract> {
  readonly params: Static<Of['params']>
  readonly query: Static<Of['query']>
  /** For a contract that accepts bytes, they are in `content`. */
  readonly body: Static<Of['body']>
  readonly content: AsyncIterable<Uint8Array>
  readonly asker: Of['access'] extends 'public' ? Asker | null : Asker
  /** The client's `Idempotency-Key`; empty for contracts that take none. */
  readonly key: string
  /** From `If-Match`: the `seq` that the person saw; null for contracts that need none. */
  readonly seen: number | null
  /** Where the request came from, for the access log. */
  readonly trace: Trace
  /** Path and query as they came. */
  readonly url: string
  /** `https://host` as the browser sees this server. */
  readonly origin: string
  /** Request headers that a contract speaks of, by lower-case name. */
  readonly header: (name: string) => string | null
  readonly cookie: (name: string) => string | null
}

export type Reply<Body> = Done<Body> | Streamed | Live | { readonly ok: false; readonly refusal: Problem }

export interface Done<Body> {
  readonly ok: true
  readonly kind: 'answer'
  readonly body: Body
  /** Without quotes; a GET that shows it in `If-None-Match` gets 304. */
  readonly etag?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly SetCookie[]
  /** Where it differs from the contract's: 201 against 200. */
  readonly status?: number
}

/**
 * `value` null takes the cookie away; `maxAge` in seconds, null for as long as the browser runs. `isLax`: also comes along
 * when another site sends the browser here.
 */
export interface SetCookie {
  readonly name: string
  readonly value: string | null
  readonly maxAge: number | null
  readonly isLax: boolean
}

export interface Streamed {
  readonly ok: true
  readonly kind: 'stream'
  readonly content: AsyncIterable<Uint8Array>
  readonly mediaType: string
  readonly headers: Readonly<Record<string, string>>
  readonly status: number
}

/** Server-sent events: `begin` is called once the stream is open and gives back how to stop; it may end the stream by `end`. */
export interface Live {
  readonly ok: true
  readonly kind: 'live'
  readonly begin: (send: SendEvent, end: () => void) => () => void
}

/** `id` becomes the `Last-Event-ID` of a reconnect. Answers false once the client is gone or too slow. */
export type SendEvent = (event: { readonly id: string; readonly name: string; readonly body: unknown }) => boolean

/** Joins a contract with what is done; its access must be one of the table of who may. */
export function route<Of extends ServedContract>(
  contract: Of,
  handle: (given: Given<Of>, parts: ServerParts) => Promise<Reply<Static<Of['answer']>>>,
): Route {
  // The frame has checked the request against this very contract before it calls: that is what the types cannot carry.
  const bound: unknown = handle
  return { contract, handle: bound as Route['handle'] }
}

/** An answer with the contract's own status. */
export function answer<Body>(body: Body, extras: Omit<Done<Body>, 'ok' | 'kind' | 'body'> = {}): Done<Body> {
  return { ok: true, kind: 'answer', body, ...extras }
}
