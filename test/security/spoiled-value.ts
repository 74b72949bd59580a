import { Kind, type TObject, type TSchema } from '@sinclair/typebox'
import * as fc from 'fast-check'

/** What somebody sends who looks for a gap; some of it is what a schema takes, and must then do no harm. */
const HOSTILE: readonly unknown[] = [
  [null, true, false, 0, -0, -1, 0.5, 1e-7, 1e21, 2 ** 53, Number.MAX_VALUE, [], {}, [[]], [null]],
  ['', ' ', '\u0000', 'a\u0000b', '\u202e', '\ufeff', '\u2028', '１２', 'NaN', '0x10', '-0', 'null', 'true'],
  ["'; DROP TABLE events; --", '" OR 1=1 --', '<script>alert(1)</script>', '{{7*7}}', '${7*7}', '%s%n', '$(id)'],
  ['../../../etc/passwd', '..\\..\\x', '/etc/passwd\u0000.png', 'file:///etc/passwd', 'http://169.254.169.254/'],
  ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length'],
  ['2021-02-30', '0000-01-01', '9999-12-31', '2021-13-01', '2021-05-10T00:00:00Z', '9999-12-31T23:59:59+08:00'],
  ['𠮷'.repeat(101), '字'.repeat(4_001), 'a'.repeat(201), 'é'.normalize('NFD'), '👨‍👩‍👧', '0'.repeat(64), 'f'.repeat(64)],
  [nest(39), nest(60), Array.from({ length: 1_001 }, () => 'x'), { __proto__: null, constructor: { prototype: 1 } }],
].flat()

function nest(depth: number): unknown {
  return depth === 0 ? 1 : [nest(depth - 1)]
}

const anything = fc.oneof(
  { arbitrary: fc.constantFrom(...HOSTILE), weight: 4 },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 },
)

/** The good value with one place of it changed: dropped, added to, of another type, out of bounds, or hostile. */
export function spoiledValue(schema: TSchema, good: unknown): fc.Arbitrary<unknown> {
  if (isObject(schema) && typeof good === 'object' && good !== null) return spoiledObject(schema, good)
  if (schema[Kind] === 'Array' && Array.isArray(good) && good.length > 0) {
    const part = schema['items'] as TSchema
    return fc.oneof(
      anything,
      spoiledValue(part, good[0]).map((one) => [one, ...good.slice(1)]),
      fc.constant(Array.from({ length: 1_001 }, () => good[0] as unknown)),
    )
  }
  return anything
}

function spoiledObject(schema: TObject, good: object): fc.Arbitrary<unknown> {
  const held = good as Readonly<Record<string, unknown>>
  const names = Object.keys(schema.properties)
  const without = (name: string) => Object.fromEntries(Object.entries(held).filter(([key]) => key !== name))
  const ways: fc.Arbitrary<unknown>[] = [
    anything,
    fc
      .constantFrom('extra', 'constructor', 'toString', 'tenantId', 'by', 'recordedAt', 'seq', 'roles')
      .chain((name) => anything.map((value) => ({ ...held, [name]: value }))),
  ]
  if (names.length > 0) {
    ways.push(fc.constantFrom(...names).map(without))
    for (let weight = 0; weight < 3; weight += 1)
      ways.push(
        fc.constantFrom(...names).chain((name) => {
          const part = schema.properties[name] ?? schema
          return spoiledValue(part, held[name]).map((value) => ({ ...held, [name]: value }))
        }),
      )
  }
  return fc.oneof(...ways)
}

function isObject(schema: TSchema): schema is TObject {
  return schema[Kind] === 'Object'
}
