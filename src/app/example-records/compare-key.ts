import type { Suspicion } from '../../core/detection/detection.ts'
import type { DetectionRun } from '../detecting/detect.ts'
import type { PlantedBreach } from './answer-key.ts'

/** How well what was found agrees with what was planted, clause by clause. */
export interface ClauseAgreement {
  readonly clause: string
  /** Of the detections that look at it. */
  readonly titles: readonly string[]
  readonly planted: number
  readonly found: number
  readonly agreed: number
  /** Found and not planted, planted and not found: as lines that a person can compare. */
  readonly wrong: readonly string[]
}

/** Everything is compared: center, subject, day, count, event, measure and records. Clauses in the order of their numbers. */
export function compareKey(key: readonly PlantedBreach[], runs: readonly DetectionRun[]): readonly ClauseAgreement[] {
  const ran = runs.flatMap((run) => (run.ran === null ? [] : [run.ran]))
  const clauses = [...new Set(ran.map(({ detection }) => detection.clauseId))].toSorted(byNumbers)
  return clauses.map((clause) => {
    const own = ran.filter(({ detection }) => detection.clauseId === clause)
    const names = new Set(own.map(({ detection }) => detection.name))
    const planted = key.filter(({ detection }) => names.has(detection)).map(plantedLine)
    const found = own.flatMap((one) => one.found.map(foundLine))
    const [inKey, inFound] = [new Set(planted), new Set(found)]
    return {
      clause,
      titles: own.map(({ detection }) => detection.title),
      planted: planted.length,
      found: found.length,
      agreed: found.filter((line) => inKey.has(line)).length,
      wrong: [
        ...found.filter((line) => !inKey.has(line)).map((line) => `多出：${line}`),
        ...planted.filter((line) => !inFound.has(line)).map((line) => `漏掉：${line}`),
      ],
    }
  })
}

function plantedLine(breach: PlantedBreach): string {
  const { detection, centerId, subject, occurredOn, occurrences, eventKey, measured, records } = breach
  const stars = records.some(isMeasure) ? null : measured
  return lineOf([detection, centerId, subject, occurredOn, occurrences, eventKey, stars], records)
}

/** Of a measure its numbers are compared; which records lie behind it is not planted one by one. */
function foundLine({ measured, records, ...one }: Suspicion): string {
  const { detection, centerId, subject, occurredOn, occurrences, eventKey } = one
  const numbers = records.filter(isMeasure)
  const stars = numbers.length > 0 || measured === null ? null : String(measured.numerator / measured.denominator)
  return lineOf(
    [detection, centerId, subject, occurredOn, occurrences, eventKey, stars],
    numbers.length > 0 ? numbers : records,
  )
}

function isMeasure(ref: string): boolean {
  return ref.startsWith('measure:')
}

function lineOf(facts: readonly (string | number | null)[], records: readonly string[]): string {
  return [...facts.map((fact) => fact ?? '-'), ...records].join(' ')
}

function byNumbers(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number))
  for (const [at, part] of (a ?? []).entries()) if (part !== b?.[at]) return part - (b?.[at] ?? 0)
  return 0
}
