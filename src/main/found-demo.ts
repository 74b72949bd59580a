import { createReadStream, existsSync, rmSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setClock } from '../adapters/clock/set-clock.ts'
import { argon2Passwords } from '../adapters/passwords/argon2-passwords.ts'
import { drawnScenes } from '../adapters/scenes/drawn-scenes.ts'
import { seededSecrets } from '../adapters/secrets/seeded-secrets.ts'
import { sourceExports } from '../adapters/source-exports/source-exports.ts'
import { foundDemoCity } from '../app/demo-district/demo-city.ts'
import { foundDemoDistrict } from '../app/demo-district/demo-district.ts'
import { demoNow, type DemoPorts, type DemoSetting } from '../app/demo-district/demo-setting.ts'
import { lineAtOnce } from '../app/demo-district/line-at-once.ts'
import { demoConfiguration } from './demo-configuration.ts'
import { openStores } from './open-stores.ts'
import { serverPartsOf } from './server-parts-of.ts'

/** Its passwords are printed for everybody: hashing them slowly would only make people wait. */
const LITTLE_EFFORT = { memoryCost: 1_024, timeCost: 1, parallelism: 1 }

/** A file system in memory, where the machine has one: until the folder is whole there is nothing that must outlast a power failure. */
const MEMORY = '/dev/shm'

/** Makes the data folder of a demonstration from nothing; throws where that cannot be done. */
export async function foundDemo(
  dataFolder: string,
  setting: Founding,
  progress: (step: string) => void,
): Promise<void> {
  const workplace = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'mingheng-demo-'))
  const drop = () => {
    rmSync(workplace, { recursive: true, force: true })
    process.exit(130)
  }
  for (const signal of SIGNALS) process.once(signal, drop)
  try {
    const made = join(workplace, 'data')
    await foundIn(made, join(workplace, 'sources'), setting, progress)
    // Closing folded each log into its file; the empty log and its index go whenever the last connection is collected.
    await cp(made, dataFolder, { recursive: true, errorOnExist: true, filter: (path) => !/-(?:shm|wal)$/.test(path) })
  } finally {
    for (const signal of SIGNALS) process.off(signal, drop)
    await rm(workplace, { recursive: true, force: true })
  }
}

/** Whoever does not wait for it leaves nothing behind in memory. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

export interface Founding extends Omit<DemoSetting, 'sourcesFolder'> {
  /** A city over the district, with others beside it: tests of pages need none. */
  readonly hasCity?: boolean
}

async function foundIn(
  dataFolder: string,
  sourcesFolder: string,
  setting: Founding,
  progress: (step: string) => void,
): Promise<void> {
  const whole = { ...setting, sourcesFolder }
  await atDemo(dataFolder, setting, async (ports) => {
    await foundDemoDistrict(ports, whole, progress)
    if (setting.hasCity === true) await foundDemoCity(ports, whole, progress)
  })
}

/** Does its work on the data of a demonstration, under a clock that it sets. */
export async function atDemo(
  dataFolder: string,
  { seed, year }: Pick<DemoSetting, 'seed' | 'year'>,
  work: (ports: DemoPorts) => Promise<void>,
): Promise<void> {
  const clock = setClock(demoNow(year))
  const configuration = demoConfiguration(dataFolder, 0)
  const opened = await openStores(configuration, clock)
  if (!opened.ok) throw new Error(opened.refusal.message)
  const stores = opened.value
  try {
    const parts = serverPartsOf(
      configuration,
      stores,
      (bug) => {
        throw bug
      },
      clock,
    )
    const secrets = seededSecrets(`demo-${seed}`)
    await work({
      people: { ...parts.people, secrets, hasher: argon2Passwords(LITTLE_EFFORT) },
      evidence: parts.evidence,
      desk: { ...parts.records, secrets, line: lineAtOnce(stores.jobs, clock) },
      exports: sourceExports,
      scenes: drawnScenes,
      clock,
      read: (path: string) => createReadStream(path),
    })
  } finally {
    await stores.close()
  }
}
