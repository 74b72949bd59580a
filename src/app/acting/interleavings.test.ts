import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { actsInterleave } from '../../../test/conformance/interleavings.ts'
import { officeOver, openedOffice } from '../../../test/fixtures/acting-office.ts'

const folder = mkdtempSync(join(tmpdir(), 'acting-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const numRuns = process.env['NIGHTLY'] ? 3_000 : 150
let files = 0

/** Two processes as far as the stores can tell: nothing in memory is shared. */
async function two(path: string | null) {
  const first = await openedOffice(path)
  return [first, { ...officeOver(first.file, first.people), clock: first.clock }] as const
}

actsInterleave('memory', () => two(null), numRuns)
actsInterleave('a file', () => two(join(folder, `${(files += 1)}.sqlite`)), Math.ceil(numRuns / 10))
