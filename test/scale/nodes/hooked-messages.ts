import { once } from 'node:events'
import { createServer } from 'node:http'

/** A program outside that is told of messages by webhook. */
export interface HookedMessages {
  readonly url: string
  /** The messages in the order in which they came, as often as they came. */
  readonly messages: () => readonly { readonly messageId: string; readonly link: string }[]
  readonly stop: () => Promise<void>
}

/** It takes its time, so that one node is still sending when the other one looks. */
export async function hookedMessages(answerMs: number): Promise<HookedMessages> {
  const told: { messageId: string; link: string }[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.once('end', () => {
      told.push(JSON.parse(Buffer.concat(pieces).toString()) as { messageId: string; link: string })
      setTimeout(() => response.writeHead(204).end(), answerMs)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${bound.port}/hook`,
    messages: () => [...told],
    stop: async () => {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}
