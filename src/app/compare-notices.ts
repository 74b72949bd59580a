import { compareRubrics } from '../core/rubric/compare-rubrics.ts'
import type { RubricChange } from '../core/rubric/rubric-change.ts'
import type { Rubric } from '../core/rubric/rubric.ts'
import { compileSource } from './compile-file.ts'
import { parseRubric } from './parse-rubric.ts'
import type { TextSource } from './ports/text-source.ts'
import { answered, type Answer } from './problem.ts'

export interface NoticeComparison {
  readonly before: Rubric
  readonly after: Rubric
  readonly changes: readonly RubricChange[]
}

/** Each side is a notice, or a rubric as `compile --json` writes it, told apart by its first character. */
export async function compareNotices(
  before: string,
  after: string,
  texts: TextSource,
): Promise<Answer<NoticeComparison>> {
  const first = await rubricOf(before, texts)
  if (!first.ok) return first
  const second = await rubricOf(after, texts)
  if (!second.ok) return second
  const changes = compareRubrics(first.value, second.value)
  return answered({ before: first.value, after: second.value, changes })
}

/** A notice that is compiled, or a rubric as `compile --json` writes it. */
export async function rubricOf(path: string, texts: TextSource): Promise<Answer<Rubric>> {
  const source = await texts.readNotice(path)
  if (!source.ok) return source
  if (source.value.text.trimStart().startsWith('{')) return parseRubric(path, source.value.text)
  const compiled = compileSource(source.value)
  return compiled.ok ? answered(compiled.value.rubric) : compiled
}
