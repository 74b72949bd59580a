import { positionOf } from '../core/kernel/source-span.ts'
import { checkRubric } from '../core/rubric/check-rubric.ts'
import type { Rubric } from '../core/rubric/rubric.ts'
import { answered, failed, type Answer } from './problem.ts'

/** A rubric file: the shape that comparison and scoring rely on is checked, then every invariant. */
export function parseRubric(path: string, source: string): Answer<Rubric> {
  const json = parseJson(source)
  if (!json.ok) return failed({ code: 'json-damaged', path, ...positionOf(source, json.offset) })
  const wrong = shapeFault(json.value, RUBRIC, '')
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

/** A shape: a Chinese name with its test, a list of a shape, or the fields of an object. */
type Shape = Kind | { readonly listOf: Shape } | { readonly fields: Readonly<Record<string, Shape>> }
type Kind = readonly [expected: string, holds: (value: unknown) => boolean]

const TEXT: Kind = ['文字', (value) => typeof value === 'string']
const COUNT: Kind = ['不小于 0 的整数', (value) => Number.isSafeInteger(value) && Number(value) >= 0]
const POINTS: Kind = ['以百分之一分计的整数，或 null', (value) => value === null || COUNT[1](value)]
const YES_NO: Kind = ['true 或 false', (value) => typeof value === 'boolean']
const SPAN: Shape = { fields: { start: COUNT, end: COUNT } }

const KIND: Shape = { fields: { kind: TEXT } }
const AMOUNTS = ['fixed', 'range', 'linear', 'tiers', 'ordered', 'ratio', 'multiplied', 'full', 'unspecified']
const DIRECTIONS = ['deduct', 'bonus', 'earn', 'zero', 'veto']

const CLAUSE: Shape = {
  fields: {
    id: TEXT,
    direction: oneOf(DIRECTIONS),
    amount: { fields: { kind: oneOf(AMOUNTS) } },
    per: { listOf: TEXT },
    discretionary: YES_NO,
    conditions: { listOf: KIND },
    beyondCap: YES_NO,
    quote: TEXT,
    span: SPAN,
    standing: KIND,
  },
}

const RUBRIC: Shape = {
  fields: {
    id: TEXT,
    title: TEXT,
    sections: {
      listOf: {
        fields: {
          id: TEXT,
          label: TEXT,
          title: TEXT,
          maxPoints: POINTS,
          span: SPAN,
          criteria: {
            listOf: {
              fields: { id: TEXT, label: TEXT, text: TEXT, maxPoints: POINTS, span: SPAN, clauses: { listOf: CLAUSE } },
            },
          },
        },
      },
    },
    relations: { listOf: KIND },
    questions: {
      listOf: {
        fields: {
          id: TEXT,
          code: TEXT,
          clauseIds: { listOf: TEXT },
          sectionIds: { listOf: TEXT },
          readings: { listOf: { fields: { key: TEXT, label: TEXT, effect: KIND } } },
        },
      },
    },
    remarks: { listOf: KIND },
    statedTotal: POINTS,
  },
}

function oneOf(words: readonly string[]): Kind {
  return [`${words.join('、')} 之一`, (value) => typeof value === 'string' && words.includes(value)]
}

function shapeFault(value: unknown, shape: Shape, place: string): { place: string; expected: string } | null {
  const here = place === '' ? '（整个文件）' : place
  if ('listOf' in shape) {
    if (!Array.isArray(value)) return { place: here, expected: '列表' }
    return firstFault(value.map((entry, index) => () => shapeFault(entry, shape.listOf, `${place}[${index}]`)))
  }
  if ('fields' in shape) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { place: here, expected: '对象' }
    const given = value as Readonly<Record<string, unknown>>
    const within = (name: string) => (place === '' ? name : `${place}.${name}`)
    return firstFault(
      Object.entries(shape.fields).map(
        ([name, one]) =>
          () =>
            shapeFault(given[name], one, within(name)),
      ),
    )
  }
  const [expected, holds] = shape
  return holds(value) ? null : { place: here, expected }
}

function firstFault<Fault>(checks: readonly (() => Fault | null)[]): Fault | null {
  for (const check of checks) {
    const fault = check()
    if (fault !== null) return fault
  }
  return null
}
