import type { FastifyRequest } from 'fastify'
import type { Contract } from '../api/contract.ts'
import { accepted, type Outcome, type Refusal } from '../core/kernel/outcome.ts'
import { httpRefusal, refusedHere, type HttpRefusalCode } from './problems/http-refusals.ts'
import { headerOf } from './request-facts.ts'

/** What the headers of a write say of repeating and of what was seen. */
export interface Preconditions {
  readonly key: string
  readonly seen: number | null
}

export function readPreconditions(
  request: FastifyRequest,
  contract: Contract,
): Outcome<Preconditions, HttpRefusalCode> {
  const key = readKey(request, contract)
  if (!key.ok) return key
  const seen = readSeen(request, contract)
  return seen.ok ? accepted({ key: key.value, seen: seen.value }) : seen
}

function readKey(request: FastifyRequest, { repeat }: Contract): Outcome<string, HttpRefusalCode> {
  if (repeat === 'safe' || repeat === 'natural') return accepted('')
  const key = headerOf(request, 'idempotency-key')
  if (key === null) return refusedHere('key-missing')
  return /^[\w.:-]{8,200}$/.test(key) ? accepted(key) : refusedHere('key-malformed')
}

/** A weak ETag or a list says less than a decision needs: exactly what was seen. */
function readSeen(request: FastifyRequest, { ifMatch }: Contract): Outcome<number | null, HttpRefusalCode> {
  if (!ifMatch) return accepted(null)
  const header = headerOf(request, 'if-match')
  if (header === null) return refusedHere('precondition-required')
  const seq = /^"(\d{1,15})"$/.exec(header)?.[1]
  return seq === undefined ? refusedHere('precondition-malformed') : accepted(Number(seq))
}

/** Why the body's type is not what the contract takes; null where it is. */
export function bodyTypeRefusal(request: FastifyRequest, { accepts }: Contract): Refusal<'body-unsupported'> | null {
  const type = headerOf(request, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? null
  if (accepts === 'bytes')
    return type === 'application/octet-stream' ? null : httpRefusal('body-unsupported', 'application/octet-stream')
  // No body at all is for the schema to judge: it may ask for nothing.
  if (type === null && !hasBody(request)) return null
  return type === 'application/json' ? null : httpRefusal('body-unsupported', 'application/json')
}

function hasBody(request: FastifyRequest): boolean {
  return headerOf(request, 'transfer-encoding') !== null || (headerOf(request, 'content-length') ?? '0') !== '0'
}
