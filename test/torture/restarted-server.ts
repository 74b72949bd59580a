import type { ChildProcess } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { startServer, type StartedServer } from '../server/started-server.ts'
import { ENVIRONMENT } from './prepared-folder.ts'

/** A server that is killed and started again; whoever waits for it is told where it is now. */
export interface RestartedServer {
  /** Where it listens, once it does. */
  readonly current: () => Promise<Life>
  /** Whether this life is over, or about to be: why a request came to nothing. */
  readonly isOver: (life: Life) => boolean
  readonly start: () => Promise<void>
  readonly kill: () => Promise<void>
  /** Starts, and kills so many milliseconds later, whether it listens by then or not. */
  readonly startAndKill: (afterMs: number) => Promise<void>
  /** Asks it to stop; the exit code. */
  readonly stop: () => Promise<number | null>
}

export interface Life {
  readonly number: number
  readonly address: string
}

export function restartedServer(root: string): RestartedServer {
  let number = 0
  let server: StartedServer | null = null
  let { promise, resolve } = announced()

  const over = () => {
    number += 1
    ;({ promise, resolve } = announced())
  }
  return {
    current: () => promise,
    isOver: (life) => life.number !== number,
    start: async () => {
      server = await startServer(root, { environment: ENVIRONMENT })
      resolve({ number, address: server.address })
    },
    kill: async () => {
      over()
      await server?.end('SIGKILL')
    },
    startAndKill: async (afterMs) => {
      let child: ChildProcess | null = null
      const started = startServer(root, { environment: ENVIRONMENT, begun: (begun) => (child = begun) })
      const ended = started.then(({ end }) => end('SIGKILL')).catch(() => null)
      await setTimeout(afterMs)
      signalled(child)
      await ended
    },
    stop: async () => {
      over()
      return (await server?.end('SIGTERM')) ?? null
    },
  }
}

function announced() {
  let resolve: (life: Life) => void = () => undefined
  const promise = new Promise<Life>((told) => (resolve = told))
  return { promise, resolve }
}

function signalled(child: ChildProcess | null): void {
  child?.kill('SIGKILL')
}
