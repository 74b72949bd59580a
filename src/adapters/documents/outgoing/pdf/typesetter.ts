import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { memoryOf } from './memory-of.ts'
import type { TypesetAnswer, TypesetOrder } from './typeset-order.ts'

export type Typeset =
  | TypesetAnswer
  /** It took longer or more than it may, or it died. */
  | { readonly ok: false; readonly stopped: 'time' | 'memory' | 'died' }

export interface TypesetterBounds {
  readonly milliseconds: number
  readonly bytes: number
  /** How long it waits for another document before it ends. */
  readonly idleMilliseconds: number
}

export interface Typesetter {
  readonly set: (order: Omit<TypesetOrder, 'id'>) => Promise<Typeset>
}

const PROGRAM = fileURLToPath(new URL('../../../../../bin/typeset.mjs', import.meta.url))
const LOOK_EVERY = 200

/**
 * Sets documents one after another in a process of its own, which is started with the first and ends when none came for a
 * while. A process and not a thread, because a template may loop forever or fill the memory, and only a process can be ended
 * in the middle of that. It holds nobody up who wants to exit.
 */
export function typesetter(fontFolders: readonly string[], bounds: TypesetterBounds): Typesetter {
  let running: Running | null = null
  let line: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | null = null
  let count = 0

  const inLine = async (order: Omit<TypesetOrder, 'id'>): Promise<Typeset> => {
    if (idle !== null) clearTimeout(idle)
    const { child, isReady } = (running ??= start(fontFolders))
    count += 1
    const typeset = (await isReady)
      ? await oneOrder(child, { ...order, id: count }, bounds)
      : ({ ok: false, stopped: 'died' } as const)
    if ('stopped' in typeset) {
      child.kill('SIGKILL')
      running = null
    } else {
      idle = setTimeout(() => {
        child.kill('SIGKILL')
        running = null
      }, bounds.idleMilliseconds).unref()
    }
    return typeset
  }

  return {
    set: (order) => {
      const mine = line.then(() => inLine(order))
      line = mine.catch(() => null)
      return mine
    },
  }
}

/** A proxy where nobody listens and no home: a template gets nothing from the network and no packages from the disk. */
const NOWHERE = 'http://127.0.0.1:9'
const CLOSED = {
  ...Object.fromEntries(
    ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [
      [name, NOWHERE],
      [name.toLowerCase(), NOWHERE],
    ]),
  ),
  NO_PROXY: '',
  no_proxy: '',
  HOME: '/nonexistent',
  XDG_DATA_HOME: '/nonexistent',
  XDG_CACHE_HOME: '/nonexistent',
}

interface Running {
  readonly child: ChildProcess
  /** Fonts are read; false where it died before that. */
  readonly isReady: Promise<boolean>
}

function start(fontFolders: readonly string[]): Running {
  const kept = Object.fromEntries(['PATH', 'SystemRoot', 'TMPDIR'].map((name) => [name, process.env[name]]))
  const child = fork(PROGRAM, [...fontFolders], {
    execArgv: [],
    env: { ...kept, ...CLOSED },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // In the middle of an order it would not hear that this process is gone.
  const endIt = () => child.kill('SIGKILL')
  process.once('exit', endIt)
  child.once('exit', () => process.off('exit', endIt))
  const isReady = new Promise<boolean>((resolve) => {
    child
      .once('message', () => resolve(true))
      .once('exit', () => resolve(false))
      .once('error', () => resolve(false))
  })
  child.unref()
  return { child, isReady }
}

function oneOrder(child: ChildProcess, order: TypesetOrder, bounds: TypesetterBounds): Promise<Typeset> {
  return new Promise((resolve) => {
    child.channel?.ref()
    const begun = Date.now()
    const end = (typeset: Typeset) => {
      clearInterval(watch)
      child.off('message', heard).off('exit', died)
      child.channel?.unref()
      resolve(typeset)
    }
    const heard = (message: TypesetAnswer) => end(message)
    const died = () => end({ ok: false, stopped: 'died' })
    const watch = setInterval(() => {
      if (Date.now() - begun > bounds.milliseconds) end({ ok: false, stopped: 'time' })
      else if (memoryOf(child.pid) > bounds.bytes) end({ ok: false, stopped: 'memory' })
    }, LOOK_EVERY)
    child.on('message', heard).on('exit', died)
    child.send(order, (error) => {
      if (error !== null) died()
    })
  })
}
