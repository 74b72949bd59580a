import { FormatRegistry, type TSchema } from '@sinclair/typebox'
import { TypeCompiler, type ValueError } from '@sinclair/typebox/compiler'
import { Value } from '@sinclair/typebox/value'
import type { ProblemBody } from '../api/problem-schema.ts'
import { parsePlainDate } from '../core/kernel/plain-date.ts'
import { parseTimestamp } from '../core/kernel/timestamp.ts'

type Faults = NonNullable<ProblemBody['errors']>

/** Null where the value is as the schema says; otherwise what is wrong, at most `MOST_FAULTS` places. */
export type CheckShape = (value: unknown) => Faults | null

const MOST_FAULTS = 20

/** `where` begins each place: `body`, `query`. */
export function checkShape(schema: TSchema, where: string): CheckShape {
  knowFormats()
  const check = TypeCompiler.Compile(schema)
  return (value) => (check.Check(value) ? null : faultsOf(check.Errors(value), where))
}

/** Texts of an address as the numbers and yes/no that the schema asks for; what does not convert stays and is told. */
export function convertTexts(schema: TSchema, texts: unknown): unknown {
  return Value.Convert(schema, Value.Clone(texts))
}

function knowFormats(): void {
  FormatRegistry.Set('date', (text) => parsePlainDate(text) !== null)
  FormatRegistry.Set('date-time', (text) => parseTimestamp(text) !== null)
}

function faultsOf(errors: Iterable<ValueError>, where: string): Faults {
  const faults = new Map<string, Faults[number]>()
  for (const error of errors) {
    const place = `${where}${error.path}`
    // Several rules may fail at one place: the first says what is expected.
    if (!faults.has(place)) faults.set(place, { place, expected: expectedOf(error), found: foundOf(error.value) })
    if (faults.size === MOST_FAULTS) break
  }
  return [...faults.values()]
}

function expectedOf({ schema, message, value }: ValueError): string {
  if (message === 'Unexpected property') return '没有这一项（请核对名称）'
  if (value === undefined) return `必填：${wordsOf(schema)}`
  return wordsOf(schema)
}

function wordsOf(schema: TSchema): string {
  if (schema.description !== undefined) return schema.description
  const choices = choicesOf(schema)
  if (choices !== null) return choices
  switch (schema['type']) {
    case 'string':
      return '文字'
    case 'integer':
      return `整数${rangeOf(schema)}`
    case 'number':
      return `数${rangeOf(schema)}`
    case 'boolean':
      return 'true 或 false'
    case 'array':
      return `列表${countOf(schema)}`
    case 'object':
      return '对象'
    case 'null':
      return 'null'
    default:
      return '合乎 OpenAPI 描述的值'
  }
}

function choicesOf(schema: TSchema): string | null {
  if ('const' in schema) return JSON.stringify(schema['const'])
  const parts: unknown = schema['anyOf']
  return Array.isArray(parts) ? parts.map((part: TSchema) => wordsOf(part)).join(' 或 ') : null
}

function rangeOf(schema: TSchema): string {
  return schema['minimum'] === undefined || schema['maximum'] === undefined
    ? ''
    : `（${String(schema['minimum'])} 至 ${String(schema['maximum'])}）`
}

function countOf(schema: TSchema): string {
  return schema['maxItems'] === undefined
    ? ''
    : `（${String(schema['minItems'] ?? 0)} 至 ${String(schema['maxItems'])} 条）`
}

/** Only the kind and size of what came: a refusal is no place to repeat a password. */
function foundOf(value: unknown): string {
  if (value === undefined) return '没有'
  if (value === null) return 'null'
  if (typeof value === 'string') return `${value.length} 个字的文字`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? `${value.length} 条的列表` : '对象'
}
