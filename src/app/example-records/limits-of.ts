import type { Detection } from '../../core/detection/detection.ts'
import { valueOf, type RunSetting } from '../../core/detection/parameter-values.ts'
import { rational, type Rational } from '../../core/kernel/rational.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { DetectionLimits } from './records-setting.ts'

/** What the detections of a rubric go by, with the readings that the office has chosen. */
export function limitsOf(
  rubric: Rubric,
  detections: readonly Detection[],
  readingOf: RunSetting['readingOf'],
): DetectionLimits {
  const known = new Map(detections.map((detection) => [detection.name, detection]))
  const named = (name: string): Detection => {
    const detection = known.get(name)
    if (detection === undefined) throw new Error(`no detection ${name}`)
    return detection
  }
  const parameter = (name: string, wanted: string): number => {
    const found = named(name).parameters.find((one) => one.name === wanted)
    if (found === undefined) throw new Error(`${name} has no parameter ${wanted}`)
    return valueOf(found, readingOf)
  }
  return {
    has: (name) => known.has(name),
    parameter,
    bound: (name) => {
      const { shape, clauseId } = named(name)
      if (shape.kind === 'measures' && shape.judge.kind === 'limit')
        return rational(parameter(name, shape.judge.parameter))
      return printedBound(rubric, clauseId)
    },
  }
}

function printedBound(rubric: Rubric, clauseId: Detection['clauseId']): Rational {
  const threshold = findClause(rubric, clauseId)?.conditions.find((condition) => condition.kind === 'threshold')
  if (threshold?.kind !== 'threshold') throw new Error(`${clauseId} prints no threshold`)
  return threshold.value
}
