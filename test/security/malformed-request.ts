import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import type { Contract } from '../../src/api/contract.ts'
import { checkShape, convertTexts } from '../../src/server/check-shape.ts'
import type { OrderlyRequest } from './request-of.ts'
import { JSON_TYPE, spoiledHeaders, withHeaders } from './spoiled-headers.ts'
import { spoiledValue } from './spoiled-value.ts'

/** `isWrong`: the contract cannot take it; otherwise it may be taken, or refused for what it says. */
export interface Malformed {
  readonly request: InjectOptions
  readonly isWrong: boolean
  readonly what: string
}

/** A request that is in order, spoiled in one place; `good` has no credential yet. */
export function malformedRequest(contract: Contract, good: OrderlyRequest): fc.Arbitrary<Malformed> {
  const ways: fc.Arbitrary<Malformed>[] = [spoiledHeaders(contract, good)]
  if (contract.accepts === 'json')
    ways.push(spoiledBody(contract, good), spoiledBody(contract, good), spoiledBytes(contract, good))
  if (Object.keys(contract.params.properties).length > 0) ways.push(spoiledAddress(contract, good))
  ways.push(spoiledQuery(contract, good))
  return fc.oneof(...ways)
}

function spoiledBody(contract: Contract, good: OrderlyRequest): fc.Arbitrary<Malformed> {
  const check = checkShape(contract.body, 'body')
  return spoiledValue(contract.body, good.payload).map((value) => {
    const payload = JSON.stringify(value)
    return {
      request: withHeaders({ ...good, payload }, JSON_TYPE),
      isWrong: check(JSON.parse(payload)) !== null,
      what: `body ${payload.slice(0, 300)}`,
    }
  })
}

function spoiledBytes(contract: Contract, good: OrderlyRequest): fc.Arbitrary<Malformed> {
  const text = JSON.stringify(good.payload)
  const inside = text.slice(1)
  const comma = text === '{}' ? '' : ','
  const broken: readonly (string | Buffer)[] = [
    [
      text.slice(0, -1),
      `${text}}`,
      `${text.slice(0, -1)},}`,
      `${text.slice(0, -1)}${comma}"extra":NaN}`,
      'NaN',
      '[',
      '"',
    ],
    [
      `{'a':1}`,
      `/**/${text}`,
      `{"extra":1e999${comma}${inside}`,
      `{"extra":01${comma}${inside}`,
      '\u0000',
      'undefined',
    ],
    [`{"__proto__":{"roles":["administrator"]}${comma}${inside}`, `{"constructor":{}${comma}${inside}`],
    [`{"extra":"\\ud800"${comma}${inside}`, `{"\\udfff":1${comma}${inside}`, `{"a":1,"a":1${comma}${inside}`],
    ['['.repeat(60_000), '{"a":'.repeat(10_000), `${'['.repeat(500)}${']'.repeat(500)}`, 'null', '[]', '"text"', '1'],
    [Buffer.from(text, 'utf16le'), Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0x7d])])],
    [gzipSync(text), Buffer.from([0xc0, 0x80]), Buffer.from([0xed, 0xa0, 0x80]), ' '.repeat(contract.bodyLimit + 1)],
    `{"extra":"${'x'.repeat(contract.bodyLimit)}"}`,
  ].flat()
  return fc.constantFrom(...broken).map((payload) => ({
    request: withHeaders({ ...good, payload }, JSON_TYPE),
    isWrong: true,
    what: `bytes ${String(payload).slice(0, 100)}`,
  }))
}

function spoiledAddress(contract: Contract, good: OrderlyRequest): fc.Arbitrary<Malformed> {
  const [path = '', query] = good.url.split('?')
  const check = checkShape(contract.params, 'path')
  const names = Object.keys(contract.params.properties)
  const places = contract.path.split('/').flatMap((part, place) => (part.startsWith('{') ? [place] : []))
  return fc.tuple(fc.constantFrom(...names.keys()), fc.constantFrom(...SEGMENTS)).map(([which, segment]): Malformed => {
    const parts = path.split('/')
    parts[places[which] ?? 0] = segment
    const url = parts.join('/') + (query === undefined ? '' : `?${query}`)
    const texts = names.map((name, index) => [name, textOf(parts[places[index] ?? 0] ?? '')])
    const isMoved = /^(\.|%2e){1,2}$/i.test(segment) || segment.includes('#') || segment.includes('?')
    const isWrong = !isMoved && (texts.some(([, text]) => text === null) || check(Object.fromEntries(texts)) !== null)
    return { request: { ...good, url }, isWrong, what: `address ${url.slice(0, 300)}` }
  })
}

const SEGMENTS = [
  ['', '%00', 'a%00b', '%20', 'a%0ab', '%ff', '%e0%a4%a', '%', '%zz', '..%2f..%2fetc%2fpasswd', '%2e%2e', '..', '.'],
  ['__proto__', 'constructor', 'toString', '%27%20OR%201=1', '%3Cscript%3E', '%E2%80%AE', '*', '~', '%5C', '%2F'],
  [
    'a'.repeat(201),
    'a'.repeat(5_000),
    '%F0%9F%98%80',
    '0'.repeat(64),
    'g'.repeat(64),
    '-1',
    'null',
    'undefined',
    '%ED%A0%80',
  ],
].flat()

function spoiledQuery(contract: Contract, good: OrderlyRequest): fc.Arbitrary<Malformed> {
  const [path = '', kept = ''] = good.url.split('?')
  const check = checkShape(contract.query, 'query')
  const names = [...Object.keys(contract.query.properties), 'extra', '__proto__', 'constructor', 'limit', 'cursor']
  return fc.tuple(fc.constantFrom(...names), fc.constantFrom(...VALUES)).map(([name, value]): Malformed => {
    const query = `${kept}${kept === '' ? '' : '&'}${name}=${value}`
    const texts = new Map<string, unknown>()
    for (const part of query.split('&')) {
      const [key = '', raw = ''] = part.split('=')
      texts.set(key, texts.has(key) ? [texts.get(key), raw] : (textOf(raw) ?? raw))
    }
    const isWrong = check(convertTexts(contract.query, Object.fromEntries(texts))) !== null
    return { request: { ...good, url: `${path}?${query}` }, isWrong, what: `query ${query.slice(0, 300)}` }
  })
}

const VALUES = [
  ['', '0', '-1', '1.5', '1e3', '999999999999999999999', 'NaN', 'abc', 'true', '[]', '%00', '%ff', 'a%00'],
  ['MQ', 'MTIz', 'LTE', 'eA', '____', '__proto__', 'b3JkZXIgYnk', '2021-02-30', '9999-12-31', 'x'.repeat(401), '%27--'],
].flat()

function textOf(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}
