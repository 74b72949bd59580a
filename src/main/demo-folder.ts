import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoNow } from '../app/demo-district/demo-setting.ts'
import { timestamp, type Timestamp } from '../core/kernel/timestamp.ts'
import { foundDemo, type Founding } from './found-demo.ts'
import { programVersion } from './program-version.ts'

export interface DemoFolder {
  readonly data: string
  readonly isReused: boolean
  /** Where its clock goes on. */
  readonly moment: Timestamp
}

const MARK = 'demo.json'

/** The demonstration's data in `folder`, made anew unless what is there was made by this program from the same setting. */
export async function demoFolder(
  folder: string,
  setting: Founding,
  isFresh: boolean,
  progress: (step: string) => void,
): Promise<DemoFolder> {
  const data = join(folder, 'data')
  const fingerprint = demoFingerprint(setting)
  const mark = isFresh ? null : await readMark(folder)
  if (mark?.fingerprint === fingerprint && existsSync(data))
    return { data, isReused: true, moment: timestamp(mark.moment) }
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await foundDemo(data, setting, progress)
  const moment = demoNow(setting.year)
  await keepMoment(folder, setting, moment)
  return { data, isReused: false, moment }
}

/** So that the clock does not go backwards where the demonstration is opened again. */
export async function keepMoment(folder: string, setting: Founding, moment: Timestamp): Promise<void> {
  await writeFile(join(folder, MARK), JSON.stringify({ fingerprint: demoFingerprint(setting), moment }))
}

async function readMark(folder: string): Promise<{ readonly fingerprint: string; readonly moment: string } | null> {
  const path = join(folder, MARK)
  if (!existsSync(path)) return null
  try {
    return JSON.parse(await readFile(path, 'utf8')) as { fingerprint: string; moment: string }
  } catch {
    return null
  }
}

/** Whatever decides what is made: the program's version and the sources that make it, the notice, the seed. */
export function demoFingerprint({ seed, cases, folder, hasCity = false }: Founding): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([programVersion(), process.version, seed, cases, hasCity]))
  for (const text of [folder.notice.text, ...folder.detections.map(({ text }) => text)]) hash.update(text)
  const sources = join(dirname(fileURLToPath(import.meta.url)), '..')
  for (const room of ['adapters', 'app', 'core'])
    for (const name of readdirSync(join(sources, room), { recursive: true, encoding: 'utf8' }).toSorted())
      if (name.endsWith('.ts') && !name.endsWith('.test.ts')) hash.update(readFileSync(join(sources, room, name)))
  return hash.digest('hex').slice(0, 32)
}
