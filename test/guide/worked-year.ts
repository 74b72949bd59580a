import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AssessedYear } from '../../src/core/analysis/assessed-year.ts'
import { plainDate, type PlainDate } from '../../src/core/kernel/plain-date.ts'
import { answersAsOf, stateAsOf } from '../../src/core/scoring/as-of.ts'
import { exampleYear } from '../golden/example-year.ts'

const root = join(import.meta.dirname, '..', '..')

/**
 * The example year that the chapters of the guide reckon with: of the example notice, made from the seed of its golden, as it
 * was known on a day in the middle of things, when much is still open.
 */
export async function workedYear(knownBy: PlainDate = plainDate('2021-10-25')): Promise<AssessedYear> {
  const { rubric, events, interpretations } = await exampleYear(join(root, 'notices', 'qingpu-2021'))
  const state = stateAsOf(events, { occurredBy: knownBy, knownBy })
  return { rubric, answers: answersAsOf(interpretations, knownBy), state }
}

/** A chapter of `docs/guide`, as it is read: one paragraph a line, without the marks of emphasis. */
export async function chapter(name: string): Promise<string> {
  const text = await readFile(join(root, 'docs', 'guide', `${name}.md`), 'utf8')
  return text.replaceAll('**', '')
}
