import type { FastifyRequest } from 'fastify'
import type { Asker } from './server-parts.ts'
import type { ServerSettings } from './server-settings.ts'

declare module 'fastify' {
  interface FastifyRequest {
    asker: Asker | null
  }
}

/** A header that came once; null where it is missing or came several times. */
export function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}

export function cookieOf(request: FastifyRequest, name: string): string | null {
  return request.cookies[name] ?? null
}

/** This server as the browser sees it: as configured, or as the request itself says. */
export function originOf(request: FastifyRequest, settings: ServerSettings): string {
  return settings.publicUrl === null ? `${request.protocol}://${request.host}` : new URL(settings.publicUrl).origin
}

/** What the request is about, for the access log: `f12` of `/findings/f12`, or the record that the address names. */
export function subjectOf(request: FastifyRequest): string | null {
  const { ref, recordKey } = request.query as Readonly<Record<string, unknown>>
  const ids = Object.values(request.params as Readonly<Record<string, string>>)
  const subject = [ref, recordKey, ids.at(-1)].find((one) => typeof one === 'string')
  return subject?.slice(0, 200) ?? null
}
