import type { FastifyReply } from 'fastify'
import type { Live, SendEvent } from './route.ts'

/** Streams of server-sent events that are open; closing the server ends them all. */
export interface LiveStreams {
  readonly count: () => number
  /** `holder`: whose it is, in a text that no two people share. */
  readonly countOf: (holder: string) => number
  readonly open: (reply: FastifyReply, live: Live, holder: string) => void
  readonly endAll: () => void
}

/** A client that leaves this many bytes unread is too slow: it is let go and comes back with its last event's id. */
const MOST_UNREAD = 256 * 1024

export function liveStreams(heartbeat: number): LiveStreams {
  const ends = new Map<() => void, string>()
  return {
    count: () => ends.size,
    countOf: (holder) => [...ends.values()].filter((one) => one === holder).length,
    open: (reply, live, holder) => {
      reply.hijack()
      const stream = reply.raw
      stream.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        // The connection ends with the stream: kept alive, it would hold up a server that stops.
        connection: 'close',
      })
      stream.write(`retry: 3000\n\n`)
      const send: SendEvent = ({ id, name, body }) => {
        if (stream.destroyed || stream.writableEnded) return false
        stream.write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(body)}\n\n`)
        if (stream.writableLength <= MOST_UNREAD) return true
        stream.destroy()
        return false
      }
      const stop = live.begin(send, () => stream.end())
      const beat = setInterval(() => {
        if (stream.writableLength > MOST_UNREAD) stream.destroy()
        else stream.write(': \n\n')
      }, heartbeat)
      const end = () => {
        clearInterval(beat)
        stop()
        ends.delete(end)
        if (!stream.writableEnded) stream.end()
      }
      ends.set(end, holder)
      stream.once('close', end)
    },
    endAll: () => {
      for (const end of ends.keys()) end()
    },
  }
}
