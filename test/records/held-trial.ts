import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/adapters/clock/system-clock.ts'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { folderRecords } from '../../src/adapters/records/folder-records.ts'
import { sourceExports } from '../../src/adapters/source-exports/source-exports.ts'
import {
  tryRecords,
  type RecordsTrial,
  type TrialPorts,
  type TrialSetting,
} from '../../src/app/example-records/records-trial.ts'
import type { Answer } from '../../src/app/problem.ts'
import { DETECTIONS, readingOf, RUBRIC, SETTING } from './year-of-records.ts'

/** Records written by their sources into files, imported into a real store and searched: open until `end`. */
export interface HeldTrial {
  readonly given: TrialSetting
  readonly ports: TrialPorts
  readonly trial: RecordsTrial
  /** Where the store lies, and the sources' files. */
  readonly folder: string
  readonly end: () => Promise<void>
}

export async function holdTrial(rest: Partial<TrialSetting>): Promise<HeldTrial> {
  const folder = await mkdtemp(join(tmpdir(), 'mingheng-records-'))
  const opened = await folderRecords(512).open(folder, true)
  if (!opened.ok || opened.value === null) throw new Error('not opened')
  const { records, profiles, close } = opened.value
  const ports = { exports: sourceExports, records, profiles, clock: systemClock }
  const given: TrialSetting = {
    ...SETTING,
    rubric: RUBRIC,
    detections: DETECTIONS,
    readingOf,
    folder: join(folder, 'sources'),
    digestOf: nodeDigests('sha256').of,
    ...rest,
  }
  const end = async () => {
    close()
    await rm(folder, { recursive: true })
  }
  return { given, ports, folder, trial: valueOf(await tryRecords(ports, given, () => undefined)), end }
}

export function valueOf<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault))
  return answer.value
}
