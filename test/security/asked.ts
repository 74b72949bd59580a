import type { FastifyInstance, InjectOptions } from 'fastify'

export interface Answered {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
  /** Of the catalogue; null where it was done. */
  readonly code: string | null
}

/** The whole answer; of a stream of events the beginning, after which it is left. */
export async function asked(app: FastifyInstance, request: InjectOptions): Promise<Answered> {
  const reply = await app.inject({ ...request, payloadAsStream: true })
  const stream = reply.stream()
  const isEndless = String(reply.headers['content-type']).startsWith('text/event-stream')
  const pieces: Buffer[] = []
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece)
    if (isEndless && piece.includes('event: ')) break
  }
  stream.destroy()
  const body = Buffer.concat(pieces).toString()
  const { statusCode, headers } = reply
  const code = statusCode < 400 ? null : (JSON.parse(body) as { readonly code: string }).code
  return { statusCode, headers, body, code }
}
