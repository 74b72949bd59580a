import { coverageOf, type DeclaredFeed, type Feed } from '../../core/detection/coverage.ts'
import type { Detection } from '../../core/detection/detection.ts'
import type { ClauseId } from '../../core/kernel/identifiers.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'

/** 考核办法 of each clause, by what feeds it. Only the kind: what an unannounced visit asks is nobody's to read on a sheet. */
export function checkMethods(
  rubric: Rubric,
  detections: readonly Pick<Detection, 'name' | 'title' | 'clauseId'>[],
  declared: readonly DeclaredFeed[],
): ReadonlyMap<ClauseId, string> {
  const { lines } = coverageOf(rubric, detections, declared)
  return new Map(
    lines.map(({ clauseId, feeds }) => [clauseId, [...new Set(feeds.map(({ kind }) => METHODS[kind]))].join('、')]),
  )
}

const METHODS: Readonly<Record<Feed['kind'], string>> = {
  detection: '数据比对',
  inspection: '现场检查',
  documents: '查阅资料',
  follows: '随其他款而定',
}
