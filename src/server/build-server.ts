/**
 * HTTP and nothing else: contracts become routes, refusals become problems. `buildServer` gives a server that listens
 * nowhere yet; `main` makes it listen, tests inject. Doing lies in `routes/`, 20 to 60 lines each, over the use cases of
 * `app`.
 */
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { allowedMethods } from './allowed-methods.ts'
import { problemOfError, traceOf } from './handle-error.ts'
import { liveStreams } from './live-streams.ts'
import { parseJsonBody } from './parse-json-body.ts'
import type { Problem } from './problem.ts'
import { httpRefusal } from './problems/http-refusals.ts'
import { rateCheck } from './rate-check.ts'
import { refuseConnection } from './refuse-connection.ts'
import { registerRoute } from './register-route.ts'
import { requestIdOf } from './request-id.ts'
import type { Route } from './route.ts'
import { sendProblem } from './send-reply.ts'
import type { ServerParts } from './server-parts.ts'
import { webPages } from './web-pages.ts'
import { underWay } from './under-way.ts'
import { watchOffice } from './watch-office.ts'

const SPACIOUS_PARAM = 1000

export async function buildServer(
  parts: ServerParts,
  routes: readonly Route[],
  logger: FastifyBaseLogger | null,
): Promise<FastifyInstance> {
  const { settings, secrets } = parts
  const app = fastify({
    ...(logger === null ? { logger: false } : { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => requestIdOf(request.headers['x-request-id'], secrets),
    trustProxy: settings.trustedProxies.length === 0 ? false : [...settings.trustedProxies],
    requestTimeout: settings.requestTimeout,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: SPACIOUS_PARAM },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: refuseConnection(secrets),
    frameworkErrors: (_error, request, reply) => void sendProblem(request, reply, httpRefusal('request-malformed')),
  })
  const streams = liveStreams(settings.heartbeat)
  const requests = underWay()
  app.decorateRequest('asker', null)
  readBodies(app)
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  await app.register(helmet, { ...STRICT_HEADERS })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    parts.meter.noteRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
    request.log.info({
      request: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
  const unwatch = watchOffice(parts.meter, parts)
  let isClosing = false
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (isClosing) reply.header('connection', 'close')
  })
  app.addHook('onRequest', async (request, reply) => {
    if (isClosing) return sendProblem(request, reply, httpRefusal('shutting-down'))
  })
  app.addHook('preClose', async () => {
    isClosing = true
    streams.endAll()
  })
  app.addHook('onClose', async () => {
    await requests.none()
    unwatch()
    parts.meter.stop()
  })
  app.setErrorHandler(async (error: Error, request, reply) => {
    const known = problemOfError(error as never, request.routeOptions.bodyLimit ?? 0)
    if (known !== null) return sendProblem(request, reply, known)
    const where = { request: request.id, route: request.routeOptions.url }
    // What the end of the server cut off is no bug, however it went wrong.
    if (isClosing) request.log.warn({ ...where, cutOff: traceOf(error) })
    else request.log.error({ ...where, bug: traceOf(error) })
    return sendProblem(request, reply, httpRefusal(isClosing ? 'shutting-down' : 'internal'))
  })
  const answerPage = parts.pagesFolder === null ? null : await webPages(app, parts.pagesFolder, secrets)
  app.setNotFoundHandler(
    async (request, reply) =>
      answerPage?.(request, reply) ?? sendProblem(request, reply, notFound(routes, request.url)),
  )
  const tooFast = rateCheck(app, settings.rates)
  for (const route of routes) registerRoute(app, route, parts, { streams, tooFast, underWay: requests })
  return app
}

/** Nothing of another site, no frames, no inline script. Pages have a policy of their own, which lets in a little more: `web-pages.ts`. */
const STRICT_HEADERS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  crossOriginEmbedderPolicy: true,
  referrerPolicy: { policy: 'no-referrer' },
  // On a bare address without https the header would do nothing; behind https it must be there.
  strictTransportSecurity: { maxAge: 31_536_000 },
} as const

function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    const parsed = parseJsonBody(bytes as Buffer)
    if (parsed.ok) done(null, parsed.value)
    else done(Object.assign(new Error('body is not JSON'), { code: 'BODY_NOT_JSON', statusCode: 400 }))
  })
  // Not buffered: the use case takes the stream.
  app.addContentTypeParser('application/octet-stream', (_request, stream, done) => done(null, stream))
}

function notFound(routes: readonly Route[], url: string): Problem {
  const allow = allowedMethods(routes, url)
  return allow.length === 0
    ? httpRefusal('route-unknown')
    : { ...httpRefusal('method-not-allowed', allow.join('、')), allow }
}
