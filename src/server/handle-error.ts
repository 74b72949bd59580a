import type { FastifyError } from 'fastify'
import type { Problem } from './problem.ts'
import { httpRefusal } from './problems/http-refusals.ts'

/** What the HTTP machinery throws, as a problem of the catalogue; null where it is a bug of ours. */
export function problemOfError(error: FastifyError, bodyLimit: number): Problem | null {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return httpRefusal('body-too-large', bodyLimit)
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return httpRefusal('body-unsupported', 'application/json')
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_BAD_URL':
    case 'ECONNRESET':
    case 'ERR_STREAM_PREMATURE_CLOSE':
      return httpRefusal('request-malformed')
    case 'BODY_NOT_JSON':
      return httpRefusal('body-not-json')
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? httpRefusal('request-malformed')
        : null
  }
}

/** What may go into a log of a bug: its kind and where, never its message, which may quote what a person wrote. */
export function traceOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    kind: error.name,
    code: 'code' in error && typeof error.code === 'string' ? error.code : undefined,
    at: frames.slice(0, 12).map((line) => line.trim()),
  }
}
