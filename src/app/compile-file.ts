import { parseId, type RubricId } from '../core/kernel/identifiers.ts'
import { correctNotice } from '../core/notice/correct-notice.ts'
import type { Diagnostic } from '../core/notice/diagnostic.ts'
import type { Correction } from '../core/rubric/correction.ts'
import { allClauses } from '../core/rubric/find-clause.ts'
import type { Rubric } from '../core/rubric/rubric.ts'
import type { NoticeText, TextSource } from './ports/text-source.ts'
import { answered, failed, type Answer } from './problem.ts'

/** A notice and what was read from it; spans of rubric and diagnostics are places in `source.text`. */
export interface CompiledNotice {
  readonly source: NoticeText
  readonly rubric: Rubric
  readonly diagnostics: readonly Diagnostic[]
}

export async function compileFile(path: string, texts: TextSource): Promise<Answer<CompiledNotice>> {
  const source = await texts.readNotice(path)
  return source.ok ? compileSource(source.value) : source
}

/** Refuses a text without a single clause: it is some other document. */
export function compileSource(source: NoticeText, corrections: readonly Correction[] = []): Answer<CompiledNotice> {
  const { path, text } = source
  const compiled = correctNotice(text, rubricIdOf(path), corrections)
  if (!compiled.ok) {
    const [first, ...others] = compiled.refusals
    return failed({ code: 'corrections-refused', path, first: first.message, count: others.length + 1 })
  }
  if (allClauses(compiled.value.rubric).length === 0) return failed({ code: 'no-clause-found', path })
  return answered({ source, ...compiled.value })
}

/** `notices/x-2021/notice.txt` is the rubric `x-2021`; any other file gives its own name. */
function rubricIdOf(path: string): RubricId {
  const parts = path.split(/[\\/]/u).filter((part) => part !== '' && part !== '.')
  const file = (parts.at(-1) ?? '').replace(/\.[^.]+$/u, '')
  const name = file === 'notice' ? (parts.at(-2) ?? file) : file
  return parseId<RubricId>(name.replaceAll(/[\s\p{Cc}]+/gu, '-').slice(0, 200)) ?? ('rubric' as RubricId)
}
