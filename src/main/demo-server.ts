import { createServer } from 'node:net'
import { join } from 'node:path'
import { runningClock } from '../adapters/clock/running-clock.ts'
import { textFiles } from '../adapters/documents/text-file.ts'
import { noticeFolders } from '../adapters/files/notice-folder.ts'
import { DEMO_CITY, DEMO_PASSWORD, OBSERVER, demoAccounts } from '../app/demo-district/demo-accounts.ts'
import { demoSetting } from '../app/demo-district/demo-setting.ts'
import { openExampleNotice } from '../app/open-example-notice.ts'
import type { DemoServer } from '../app/ports/demo-server.ts'
import { answered, failed } from '../app/problem.ts'
import { demoConfiguration } from './demo-configuration.ts'
import { demoFolder, keepMoment } from './demo-folder.ts'
import type { Founding } from './found-demo.ts'
import { runServer } from './run-server.ts'

/** The demonstration's own composition root: the server as it is, on made-up data and with a clock of its own. */
export const demoServer: DemoServer = {
  start: async (asked, progress) => {
    const { outRoot, seed, isFresh } = asked
    const opened = await openExampleNotice(asked, noticeFolders(textFiles))
    if (!opened.ok) return opened
    const made = demoSetting(opened.value, seed)
    if (!made.ok) return made
    const setting: Founding = { ...made.value, hasCity: true }
    const place = join(outRoot, 'demo-district')
    const kept = await demoFolder(place, setting, isFresh, progress)
    const clock = runningClock(kept.moment)
    const port = await freePort(asked.port)
    const started = await runServer(demoConfiguration(kept.data, port), clock)
    if (!started.ok) return failed({ code: 'refused', reason: 'not-started', message: started.sentence })
    const { address } = started.value
    const signInTo = (district: string) => `${address}/sign-in?district=${district}`
    return answered({
      address,
      dataFolder: kept.data,
      now: kept.moment,
      accounts: demoAccounts(setting.folder.centers),
      signIn: signInTo(setting.tenantId),
      city: { name: DEMO_CITY.name, signIn: signInTo(DEMO_CITY.tenantId), account: OBSERVER },
      password: DEMO_PASSWORD,
      portInUse: port === asked.port ? null : asked.port,
      isReused: kept.isReused,
      stop: async () => {
        await started.value.stop()
        await keepMoment(place, setting, clock.now())
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
