import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { LiveStreams } from './live-streams.ts'
import { compressed } from './compressed.ts'
import { PROBLEM_MEDIA_TYPE, problemBody, statusOf, type Problem } from './problem.ts'
import { httpRefusal } from './problems/http-refusals.ts'
import { headerOf, originOf } from './request-facts.ts'
import type { Done, Live, Reply, Route, SetCookie } from './route.ts'
import type { ServerSettings } from './server-settings.ts'

export async function sendReply(
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  said: Reply<unknown>,
  settings: ServerSettings,
  streams: LiveStreams,
): Promise<FastifyReply> {
  if (!said.ok) return sendProblem(request, reply, said.refusal)
  switch (said.kind) {
    case 'answer':
      return sendDone(request, reply, route, said, settings)
    case 'stream':
      return reply
        .code(said.status)
        .headers(said.headers)
        .header('content-type', said.mediaType)
        .send(Readable.from(said.content, { objectMode: false }))
    case 'live':
      return sendLive(request, reply, said, settings, streams)
  }
}

function sendLive(
  request: FastifyRequest,
  reply: FastifyReply,
  said: Live,
  settings: ServerSettings,
  streams: LiveStreams,
): FastifyReply | Promise<FastifyReply> {
  const actor = request.asker?.actor
  const holder = actor === undefined ? request.ip : `${actor.tenantId} ${actor.personId}`
  if (streams.count() >= settings.liveStreams || streams.countOf(holder) >= settings.liveStreamsEach)
    return sendProblem(request, reply, httpRefusal('streams-too-many'))
  streams.open(reply, said, holder)
  return reply
}

export async function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
): Promise<FastifyReply> {
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter))
  if (problem.allow !== undefined) reply.header('allow', problem.allow.join(', '))
  if (statusOf(problem.code) === 401) reply.header('www-authenticate', 'Bearer realm="mingheng"')
  return reply
    .code(statusOf(problem.code))
    .header('content-type', PROBLEM_MEDIA_TYPE)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemBody(problem, request.id)))
}

async function sendDone(
  request: FastifyRequest,
  reply: FastifyReply,
  { contract }: Route,
  done: Done<unknown>,
  settings: ServerSettings,
): Promise<FastifyReply> {
  for (const cookie of done.cookies ?? []) setCookie(request, reply, cookie, settings)
  // Computers at a center's counters are shared: not even what has an ETag stays in a browser's cache.
  reply.headers({ 'cache-control': 'no-store', ...done.headers })
  if (done.etag !== undefined) {
    const etag = `"${done.etag}"`
    reply.header('etag', etag)
    if (contract.method === 'GET' && shows(headerOf(request, 'if-none-match'), etag)) return reply.code(304).send()
  }
  const status = done.status ?? contract.status
  if (status === 204 || status === 302) return reply.code(status).send()
  const mediaType = contract.mediaType ?? 'application/json'
  if (mediaType !== 'application/json') return reply.code(status).header('content-type', mediaType).send(done.body)
  const body = await compressed(request, reply, JSON.stringify(done.body))
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(body)
}

function shows(ifNoneMatch: string | null, etag: string): boolean {
  return ifNoneMatch?.split(',').some((shown) => shown.trim().replace(/^W\//, '') === etag) ?? false
}

function setCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, value, maxAge, isLax }: SetCookie,
  settings: ServerSettings,
): void {
  reply.setCookie(name, value ?? '', {
    httpOnly: true,
    sameSite: isLax ? 'lax' : 'strict',
    path: '/',
    secure: originOf(request, settings).startsWith('https://'),
    ...(value === null ? { maxAge: 0 } : maxAge === null ? {} : { maxAge }),
  })
}
