import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Contract } from '../api/contract.ts'
import type { Problem } from './problem.ts'
import { httpRefusal } from './problems/http-refusals.ts'
import { headerOf } from './request-facts.ts'
import type { RateSettings } from './server-settings.ts'

/**
 * Counts a request; a problem where there were too many in the last minute. Without a body it counts by who sends, with
 * the body of a sign-in by the account that is tried.
 */
export type RateCheck = (request: FastifyRequest, contract: Contract, body?: unknown) => Promise<Problem | null>

type Count = ReturnType<FastifyInstance['createRateLimit']>

const MINUTE = 60_000

/** What a request shows of its sender is not checked when it is counted: with a new cookie each time it would never be too fast. */
const SENDERS_BEHIND_ONE_ADDRESS = 20

export function rateCheck(app: FastifyInstance, rates: RateSettings): RateCheck {
  const count = (max: number | null, keyGenerator: (request: FastifyRequest) => string) =>
    max === null ? null : app.createRateLimit({ max, timeWindow: MINUTE, keyGenerator })
  const usual = count(rates.requests, senderOf)
  const all = count(rates.requests === null ? null : rates.requests * SENDERS_BEHIND_ONE_ADDRESS, ({ ip }) => ip)
  const signIn = count(rates.signInByAddress, addressOf)
  const account = count(rates.signInByAccount, accountOf)
  return async (request, contract, body) => {
    if (body === undefined)
      return (await counted(all, request)) ?? counted(contract.rate === 'sign-in' ? signIn : usual, request)
    return contract.rate === 'sign-in' && usernameIn(body) !== null ? counted(account, request) : null
  }
}

async function counted(count: Count | null, request: FastifyRequest): Promise<Problem | null> {
  if (count === null) return null
  const result = await count(request)
  if (result.isAllowed || !result.isExceeded) return null
  return { ...httpRefusal('rate-limited', result.ttlInSeconds), retryAfter: result.ttlInSeconds }
}

/** A token's programs and a center's people may share one address: what they show tells them apart. */
function senderOf(request: FastifyRequest): string {
  return `${request.ip} ${headerOf(request, 'authorization') ?? headerOf(request, 'cookie') ?? ''}`
}

function addressOf(request: FastifyRequest): string {
  return `sign-in ${request.ip}`
}

function accountOf(request: FastifyRequest): string {
  return `account ${usernameIn(request.body)?.normalize('NFKC').trim().toLowerCase() ?? ''}`
}

function usernameIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('username' in body)) return null
  return typeof body.username === 'string' ? body.username : null
}
