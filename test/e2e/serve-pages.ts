import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/adapters/clock/system-clock.ts'
import type { Clock } from '../../src/app/ports/clock.ts'
import { readConfiguration } from '../../src/main/configuration.ts'
import { runServer } from '../../src/main/run-server.ts'

export interface ServedPages {
  readonly address: string
  readonly oneTimePassword: string
  readonly stop: () => Promise<void>
}

/** A new installation on a free port, with its pages, as `npm start` makes it; on days of its own where a clock is given. */
export async function servePages(clock: Clock = systemClock): Promise<ServedPages> {
  const folder = await mkdtemp(join(tmpdir(), 'mingheng-pages-'))
  const environment = { MINGHENG_DATA_FOLDER: join(folder, 'data'), MINGHENG_PORT: '0', MINGHENG_LOG_LEVEL: 'error' }
  const configuration = readConfiguration(environment, () => null)
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.faults))
  const started = await runServer(configuration.value, clock)
  if (!started.ok) throw new Error(started.sentence)
  const { address, lines, stop } = started.value
  const oneTimePassword = /一次性密码 (\S+)/.exec(lines.join('\n'))?.[1] ?? ''
  return {
    address,
    oneTimePassword,
    stop: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
