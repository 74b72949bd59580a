import { positionOf } from '../core/kernel/source-span.ts'
import { checkRubric } from '../core/rubric/check-rubric.ts'
import type { Rubric } from '../core/rubric/rubric.ts'
import { answered, failed, type Answer } from './problem.ts'
import { RUBRIC_SHAPE } from '../core/rubric/rubric-shape.ts'
import { shapeFault } from '../core/kernel/shape-fault.ts'

/** A rubric file: the shape that comparison and scoring rely on is checked, then every invariant. */
export function parseRubric(path: string, source: string): Answer<Rubric> {
  const json = parseJson(source)
  if (!json.ok) return failed({ code: 'json-damaged', path, ...positionOf(source, json.offset) })
  const wrong = shapeFault(json.value, RUBRIC_SHAPE, '')
  if (wrong !== null) return failed({ code: 'rubric-malformed', path, ...wrong })
  const rubric = json.value as Rubric
  const [first, ...rest] = checkRubric(rubric)
  if (first) return failed({ code: 'rubric-broken', path, first: first.message, count: rest.length + 1 })
  return answered(rubric)
}

type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly offset: number }

function parseJson(source: string): Json {
  try {
    return { ok: true, value: JSON.parse(source) as unknown }
  } catch (error) {
    const place = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1]
    return { ok: false, offset: place === undefined ? source.trimEnd().length : Number(place) }
  }
}
