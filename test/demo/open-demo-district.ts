import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { runningClock } from '../../src/adapters/clock/running-clock.ts'
import { setClock } from '../../src/adapters/clock/set-clock.ts'
import { textFiles } from '../../src/adapters/documents/text-file.ts'
import { noticeFolders } from '../../src/adapters/files/notice-folder.ts'
import { DEMO_PASSWORD, demoAccounts, type DemoAccount } from '../../src/app/demo-district/demo-accounts.ts'
import { demoNow, demoSetting } from '../../src/app/demo-district/demo-setting.ts'
import { openExampleNotice } from '../../src/app/open-example-notice.ts'
import type { Timestamp } from '../../src/core/kernel/timestamp.ts'
import { demoConfiguration } from '../../src/main/demo-configuration.ts'
import { demoFingerprint } from '../../src/main/demo-folder.ts'
import { foundDemo, type Founding } from '../../src/main/found-demo.ts'
import { runServer } from '../../src/main/run-server.ts'

/** A private copy of the demonstration district, served on a port of its own; `close` stops it and removes the copy. */
export interface OpenDemoDistrict {
  readonly address: string
  readonly district: string
  readonly accounts: readonly DemoAccount[]
  readonly password: string
  readonly dataFolder: string
  /** What its clock said when the server began; it runs on from there, unless it was to stand still. */
  readonly now: Timestamp
  readonly close: () => Promise<void>
}

/** The seed that `npm run demo` shows. */
const DEMO_SEED = 2021

/**
 * Made once and kept outside the repository, by whatever decides what is made; then a copy costs well under two seconds. Whoever
 * comes while another process makes it waits for that one, so give `beforeAll` three minutes.
 */
export async function openDemoDistrict({
  port = 0,
  isStill = false,
  hasCity = false,
}: { readonly port?: number; readonly isStill?: boolean; readonly hasCity?: boolean } = {}): Promise<OpenDemoDistrict> {
  const setting = { ...(await exampleSetting()), hasCity }
  const made = await cachedDemo(setting)
  const folder = await mkdtemp(join(tmpdir(), 'mingheng-demo-'))
  const dataFolder = join(folder, 'data')
  await cp(made, dataFolder, { recursive: true })
  const now = demoNow(setting.year)
  const started = await runServer(demoConfiguration(dataFolder, port), isStill ? setClock(now) : runningClock(now))
  if (!started.ok) throw new Error(started.sentence)
  const { address, stop } = started.value
  return {
    address,
    district: setting.tenantId,
    accounts: demoAccounts(setting.folder.centers),
    password: DEMO_PASSWORD,
    dataFolder,
    now,
    close: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The setting of the example notice that comes along. */
export async function exampleSetting(seed = DEMO_SEED): Promise<Founding> {
  const asked = { folder: null, noticesRoot: join(import.meta.dirname, '..', '..', 'notices') }
  const opened = await openExampleNotice(asked, noticeFolders(textFiles))
  if (!opened.ok) throw new Error(opened.fault.code)
  const setting = demoSetting(opened.value, seed)
  if (!setting.ok) throw new Error(setting.fault.code)
  return setting.value
}

/** The data folder as it was made: to be copied, never to be opened. */
export async function cachedDemo(setting: Founding): Promise<string> {
  const cache = join(process.env['KEPT_FOLDER'] ?? tmpdir(), 'mingheng-demo-cache')
  const made = join(cache, demoFingerprint(setting))
  if (existsSync(made)) return made
  await mkdir(cache, { recursive: true })
  // Given back by the system however the process ends.
  const lock = new DatabaseSync(join(cache, 'lock.sqlite'), { timeout: LONGEST_WAIT })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    if (existsSync(made)) return made
    const draft = await mkdtemp(join(cache, 'draft-'))
    await foundDemo(join(draft, 'data'), setting, () => undefined)
    await rename(join(draft, 'data'), made)
    await rm(draft, { recursive: true, force: true })
    await removeOld(cache)
    return made
  } finally {
    lock.close()
  }
}

const LONGEST_WAIT = 170_000

/** Every change of the program makes another one; the last few are kept, for worktrees beside each other. */
async function removeOld(cache: string): Promise<void> {
  const made = (await readdir(cache, { withFileTypes: true })).filter((one) => one.isDirectory())
  const aged = await Promise.all(
    made.map(async ({ name }) => ({ path: join(cache, name), at: (await stat(join(cache, name))).mtimeMs })),
  )
  for (const { path } of aged.toSorted((a, b) => b.at - a.at).slice(MOST_KEPT)) await rm(path, { recursive: true })
}

const MOST_KEPT = 8
