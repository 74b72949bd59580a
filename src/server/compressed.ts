import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { headerOf } from './request-facts.ts'

/** Below this a packet takes it as it is. */
const LEAST_BYTES = 1_400
/** Half the work of the usual level for a few bytes more. */
const LEVEL = 4

const zip = promisify(gzip)

/**
 * A long answer as the browser takes it: packed, on another thread. What could be guessed from the length of a packed secret
 * needs requests made by another site, and those bring no cookie (`SameSite=Strict`).
 */
export async function compressed(request: FastifyRequest, reply: FastifyReply, text: string): Promise<string | Buffer> {
  if (text.length < LEAST_BYTES) return text
  void reply.header('vary', 'accept-encoding')
  if (!takesGzip(headerOf(request, 'accept-encoding') ?? '')) return text
  void reply.header('content-encoding', 'gzip')
  return zip(text, { level: LEVEL })
}

export function takesGzip(acceptEncoding: string): boolean {
  return acceptEncoding.split(',').some((one) => {
    const [name = '', ...said] = one.split(';').map((part) => part.trim().toLowerCase())
    return name === 'gzip' && !said.some((part) => /^q=0(?:\.0*)?$/.test(part))
  })
}
