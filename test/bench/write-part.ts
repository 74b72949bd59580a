import { peakMegabytes } from './measure.ts'
import type { PartResult, Suite } from './suite.ts'

/** One part of one suite in this process, named `SUITE PART full|quick`. Writes its result as JSON. */
export async function writePart(suites: readonly Suite[], given: readonly string[]): Promise<void> {
  const [suiteName, part = '', size] = given
  const suite = suites.find(({ name }) => name === suiteName)
  if (suite === undefined) throw new Error(`no suite ${suiteName}`)
  const rows = await suite.run(part, size === 'quick' ? 'quick' : 'full')
  const result: PartResult = { rows, peakMegabytes: peakMegabytes() }
  process.stdout.write(JSON.stringify(result))
}
