import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunSetting } from '../../src/core/detection/parameter-values.ts'
import type { Detection } from '../../src/core/detection/detection.ts'
import { parseDetection } from '../../src/core/detection/parse-detection.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'

/** The whole year, asked for on its last day; every question that the notice leaves open is still open. */
export const BENCH_SETTING: RunSetting = {
  periodFrom: plainDate('2021-01-01'),
  periodTo: plainDate('2021-12-31'),
  asOf: plainDate('2021-12-31'),
  asOfStartDay: 250,
  asOfStopDay: 250,
  readingOf: () => null,
}

export async function benchDetections(): Promise<readonly Detection[]> {
  const folder = join('notices', 'qingpu-2021', 'detections')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const read = parseDetection(name.slice(0, -'.sql'.length), await readFile(join(folder, name), 'utf8'))
      if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read)}`)
      return read.detection
    }),
  )
}
