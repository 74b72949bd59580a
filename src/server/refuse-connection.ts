import type { Socket } from 'node:net'
import type { Secrets } from '../app/ports/secrets.ts'
import { PROBLEM_MEDIA_TYPE, problemBody, statusOf } from './problem.ts'
import { httpRefusal, type HttpRefusalCode } from './problems/http-refusals.ts'

/** What cannot be read as a request is refused in the same words as everything else, and the connection ends. */
export function refuseConnection(secrets: Secrets) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    if (socket.writable) socket.write(answerOf(codeOf(error), secrets.id()))
    socket.destroy()
  }
}

function codeOf({ code }: NodeJS.ErrnoException): HttpRefusalCode {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request-too-slow'
  return code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'request-malformed'
}

function answerOf(code: HttpRefusalCode, requestId: string): string {
  const body = JSON.stringify(problemBody(httpRefusal(code) as never, requestId))
  return [
    `HTTP/1.1 ${statusOf(code)} Refused`,
    `content-type: ${PROBLEM_MEDIA_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    `x-request-id: ${requestId}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
