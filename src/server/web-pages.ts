import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Secrets } from '../app/ports/secrets.ts'
import { headerOf } from './request-facts.ts'

/** What the build leaves in the page where each answer's own nonce belongs. */
const NONCE_PLACE = /NONCE_OF_THIS_ANSWER/g

/** Answers with the page itself, or not at all where the request is not for a page. */
export type AnswerPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | null

/**
 * Hands out what `npm run build` made in `folder`: files named by their content for good, the page for every other address that a
 * browser opens. Styles that the page's library makes at run time are let in by a nonce, new with every answer; scripts never are.
 */
export async function webPages(app: FastifyInstance, folder: string, secrets: Secrets): Promise<AnswerPage> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['index.html', 'manifest.json', '**/*.br', '**/*.gz'],
    setHeaders: (reply, path) => {
      // Named by content: kept for a year. All else is asked for again.
      const isNamedByContent = /[\\/]assets[\\/]/.test(path)
      void reply.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  return (request, reply) => {
    if (!asksForPage(request)) return null
    const nonce = secrets.token()
    return reply
      .header('content-security-policy', policyWith(nonce))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE_PLACE, nonce))
  }
}

/** An address of the interface is never answered with a page, whatever a browser says it takes. */
function asksForPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' || /^\/(?:api|assets)(?:\/|$)/.test(request.url)) return false
  return headerOf(request, 'accept')?.includes('text/html') ?? false
}

function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join(';')
}
