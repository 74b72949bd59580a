import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ACTIONS } from '../app/people/who-may.ts'
import { recordAccess } from '../app/people/record-access.ts'
import { admit, reaches, refusalOf } from './admit.ts'
import { checkShape, convertTexts } from './check-shape.ts'
import { onceForKey } from './keep-answer.ts'
import type { LiveStreams } from './live-streams.ts'
import { bodyTypeRefusal, readPreconditions } from './preconditions.ts'
import { statusOf, type Problem } from './problem.ts'
import { httpRefusal } from './problems/http-refusals.ts'
import type { RateCheck } from './rate-check.ts'
import { cookieOf, headerOf, originOf, subjectOf } from './request-facts.ts'
import type { Given, Reply, Route, ServedContract } from './route.ts'
import { sendProblem, sendReply } from './send-reply.ts'
import type { ServerParts } from './server-parts.ts'
import type { UnderWay } from './under-way.ts'

/** What all routes of one server share. */
export interface Frame {
  readonly streams: LiveStreams
  readonly tooFast: RateCheck
  readonly underWay: UnderWay
}

/**
 * Puts one route into the server with everything that its contract promises, in this order: who asks, from where, may he
 * or she; key and precondition; the type of the body; every field; the center; once for one key; then the handler.
 */
export function registerRoute(app: FastifyInstance, route: Route, parts: ServerParts, frame: Frame): void {
  const { contract } = route
  if (!isAccess(contract.access)) throw new Error(`${contract.operationId} says not who may`)
  const check = checksOf(contract)
  const refuse = async (request: FastifyRequest, reply: FastifyReply, problem: Problem) => {
    if (statusOf(problem.code) === 403) await note(request, route, parts, 'refused', problem.code)
    return sendProblem(request, reply, problem)
  }
  app.route({
    method: contract.method,
    url: fastifyPath(contract.path),
    bodyLimit: contract.bodyLimit,
    onRequest: async (request, reply) => frame.underWay.during(async () => letIn(request, reply)),
    handler: async (request, reply) => frame.underWay.during(async () => handle(request, reply)),
  })
  async function letIn(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const wait = await frame.tooFast(request, contract)
    if (wait !== null) return refuse(request, reply, wait)
    const refusal = await admit(request, route, parts)
    if (refusal !== null) return refuse(request, reply, refusal)
    const preconditions = readPreconditions(request, contract)
    if (!preconditions.ok) return refuse(request, reply, preconditions.refusal)
    const bodyType = contract.method === 'GET' ? null : bodyTypeRefusal(request, contract)
    if (bodyType !== null) return refuse(request, reply, bodyType)
    return undefined
  }
  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const checked = check(request)
    if (!checked.ok) return refuse(request, reply, checked.refusal)
    const wait = await frame.tooFast(request, contract, checked.value.body)
    if (wait !== null) return refuse(request, reply, wait)
    const given = givenOf(request, route, checked.value, parts)
    if (request.asker !== null && !reaches(request.asker, route, checked.value))
      return refuse(request, reply, refusalOf(request.asker, route))
    const said = await perform(request, route, given, parts)
    if (!said.ok) return refuse(request, reply, said.refusal)
    const unrecorded = contract.isLogged ? await note(request, route, parts, 'done', null) : null
    if (unrecorded !== null) {
      if (said.kind === 'stream') await said.content[Symbol.asyncIterator]().return?.()
      return refuse(request, reply, unrecorded)
    }
    if (parts.settings.checksAnswers && said.kind === 'answer') assertAnswer(contract, said.body)
    const sent = said.kind === 'stream' ? { ...said, content: frame.underWay.sending(said.content) } : said
    return sendReply(request, reply, route, sent, parts.settings, frame.streams)
  }
}

function fastifyPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

/** The types say so already; a list made by casting must not open a door. */
function isAccess(access: string): boolean {
  return access === 'public' || access === 'session' || (ACTIONS as readonly string[]).includes(access)
}

type Checked = Readonly<Record<'params' | 'query' | 'body', unknown>>
type CheckedRequest = { readonly ok: true; readonly value: Checked } | { readonly ok: false; readonly refusal: Problem }

function checksOf(contract: ServedContract): (request: FastifyRequest) => CheckedRequest {
  const checks = {
    params: checkShape(contract.params, 'path'),
    query: checkShape(contract.query, 'query'),
    body: checkShape(contract.body, 'body'),
  }
  return (request) => {
    const value = {
      params: convertTexts(contract.params, { ...(request.params as object) }),
      query: convertTexts(contract.query, { ...(request.query as object) }),
      body: contract.accepts === 'bytes' ? {} : request.body === undefined ? {} : request.body,
    }
    const errors = [
      ...(checks.params(value.params) ?? []),
      ...(checks.query(value.query) ?? []),
      ...(checks.body(value.body) ?? []),
    ]
    if (errors.length === 0) return { ok: true, value }
    return { ok: false, refusal: { ...httpRefusal('body-invalid', errors.length), errors } }
  }
}

function givenOf(
  request: FastifyRequest,
  { contract }: Route,
  checked: Checked,
  parts: ServerParts,
): Given<ServedContract> {
  const preconditions = readPreconditions(request, contract)
  if (!preconditions.ok) throw new Error('preconditions were read before the body')
  const { asker } = request
  if (contract.access !== 'public' && asker === null) throw new Error(`${contract.operationId} let nobody in`)
  return {
    params: checked.params as never,
    query: checked.query as never,
    body: checked.body,
    content: (contract.accepts === 'bytes' ? request.body : []) as AsyncIterable<Uint8Array>,
    asker: asker as never,
    ...preconditions.value,
    trace: { requestId: request.id, address: request.ip },
    url: request.url,
    origin: originOf(request, parts.settings),
    header: (name) => headerOf(request, name),
    cookie: (name) => cookieOf(request, name),
  }
}

async function perform(
  request: FastifyRequest,
  route: Route,
  given: Given<ServedContract>,
  parts: ServerParts,
): Promise<Reply<unknown>> {
  const work = async (): Promise<Reply<unknown>> => route.handle(given as never, parts)
  const { repeat } = route.contract
  if (request.asker === null || (repeat !== 'kept' && repeat !== 'shown-once')) return work()
  return onceForKey(route, request.asker, given, parts, work)
}

/** A problem where it could not be written down: what nobody can know of must not happen. */
async function note(
  request: FastifyRequest,
  { contract }: Route,
  { people }: ServerParts,
  result: 'done' | 'refused',
  reason: string | null,
): Promise<Problem | null> {
  if (request.asker === null || contract.access === 'public') return null
  const { tenantId, personId } = request.asker.actor
  const action = contract.access === 'session' ? 'account.own' : contract.access
  const trace = { requestId: request.id, address: request.ip }
  const access = { tenantId, personId, action, result, reason, subject: subjectOf(request) }
  const recorded = await recordAccess(people, access, trace)
  return recorded.ok ? null : recorded.refusal
}

function assertAnswer(contract: ServedContract, body: unknown): void {
  const faults =
    contract.mediaType === 'application/json' && contract.status < 204
      ? checkShape(contract.answer, 'answer')(body)
      : null
  if (faults !== null)
    throw new Error(`${contract.operationId} answers what it does not promise: ${JSON.stringify(faults)}`)
}
