import { createServer } from 'node:net'
import { join } from 'node:path'
import { runningClock } from '../adapters/clock/running-clock.ts'
import { textFiles } from '../adapters/documents/text-file.ts'
import { noticeFolders } from '../adapters/files/notice-folder.ts'
import { DEMO_PASSWORD, demoAccounts } from '../app/demo-district/demo-accounts.ts'
import { demoSetting } from '../app/demo-district/demo-setting.ts'
import { openExampleNotice } from '../app/open-example-notice.ts'
import type { DemoServer } from '../app/ports/demo-server.ts'
import { answered, failed } from '../app/problem.ts'
import { demoConfiguration } from './demo-configuration.ts'
import { demoFolder, keepMoment } from './demo-folder.ts'
import { runServer } from './run-server.ts'

/** The demonstration's own composition root: the server as it is, on made-up data and with a clock of its own. */
export const demoServer: DemoServer = {
  start: async (asked, progress) => {
    const { outRoot, seed, isFresh } = asked
    const opened = await openExampleNotice(asked, noticeFolders(textFiles))
    if (!opened.ok) return opened
    const setting = demoSetting(opened.value, seed)
    if (!setting.ok) return setting
    const place = join(outRoot, 'demo-district')
    const made = await demoFolder(place, setting.value, isFresh, progress)
    const clock = runningClock(made.moment)
    const port = await freePort(asked.port)
    const started = await runServer(demoConfiguration(made.data, port), clock)
    if (!started.ok) return failed({ code: 'refused', reason: 'not-started', message: started.sentence })
    return answered({
      address: started.value.address,
      dataFolder: made.data,
      now: made.moment,
      accounts: demoAccounts(setting.value.folder.centers),
      password: DEMO_PASSWORD,
      portInUse: port === asked.port ? null : asked.port,
      isReused: made.isReused,
      stop: async () => {
        await started.value.stop()
        await keepMoment(place, setting.value, clock.now())
      },
    })
  },
}

const PORTS_TRIED = 50

async function freePort(first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TRIED; port += 1) if (await isFree(port)) return port
  return 0
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)))
  })
}
