import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { randomFrom } from '../../src/core/kernel/random.ts'

/** A line between browser and server that stays where it is while the server behind it comes and goes. */
export interface UnsteadyLine {
  readonly address: string
  /** The server that answers from now on. */
  readonly leadTo: (address: string) => void
  /** From now on every connection breaks, after as many bytes as the seed says, in whichever direction they run. */
  readonly shake: (isShaken: boolean) => void
  /** When so many more bytes were on their way to the server; none runs on before who waits for it has acted. */
  readonly carried: (bytes: number) => Promise<void>
  /** How many connections were broken. */
  readonly breaks: () => number
  readonly close: () => Promise<void>
}

const LONGEST_BYTES = 900_000

export async function unsteadyLine(seed: number): Promise<UnsteadyLine> {
  const random = randomFrom(seed)
  const open = new Set<Socket>()
  let [target, isShaken, breaks] = ['', false, 0]
  let waiting: { left: number; readonly pass: () => void }[] = []
  const carry = (bytes: number) => {
    for (const one of waiting) if ((one.left -= bytes) <= 0) one.pass()
    waiting = waiting.filter(({ left }) => left > 0)
  }
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port: Number(new URL(target).port) })
    let left = isShaken ? random.below(LONGEST_BYTES) : Infinity
    const end = () => {
      near.destroy()
      far.destroy()
    }
    const count = (bytes: number) => {
      left -= bytes
      if (left > 0) return
      breaks += 1
      end()
    }
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('data', (piece: Buffer) => {
        if (left > piece.length) to.write(piece)
        if (from === near) carry(piece.length)
        count(piece.length)
      })
      from.on('error', end)
      from.on('close', () => {
        open.delete(from)
        end()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (address) => {
      target = address
    },
    shake: (shaken) => {
      isShaken = shaken
      // What is open was opened under the other weather.
      for (const socket of open) socket.destroy()
    },
    carried: async (bytes) => new Promise((pass) => void waiting.push({ left: bytes, pass })),
    breaks: () => breaks,
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
