import * as fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import type { Contract } from '../../src/api/contract.ts'
import type { Malformed } from './malformed-request.ts'

type Headers = Readonly<Record<string, string>>

export function spoiledHeaders(contract: Contract, good: InjectOptions): fc.Arbitrary<Malformed> {
  const wrong: Headers[] = [
    { authorization: 'Bearer x' },
    { authorization: 'Basic eDp4' },
    { authorization: 'Bearer ' },
  ]
  const odd: Headers[] = [
    { 'x-http-method-override': 'DELETE' },
    { 'x-forwarded-for': '127.0.0.1, <script>', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { range: 'bytes=0-0,5-,-1' },
    { 'if-none-match': `"${'9'.repeat(4_000)}"` },
    { 'if-match': '*' },
    { 'last-event-id': '99999999999999999999' },
    { accept: 'text/html', 'accept-language': '*', 'accept-encoding': 'br;q=9' },
    { 'x-request-id': `${'a'.repeat(64)}\n` },
    { 'content-encoding': 'gzip' },
    { 'x-original-url': '/api/v1/people', 'x-rewrite-url': '/api/v1/people' },
  ]
  if (contract.access === 'public') odd.push(...wrong.splice(0))
  if (contract.method !== 'GET') {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json']
    wrong.push(
      ...types.map((type) => ({ 'content-type': type })),
      { 'content-type': 'application/jsonx' },
      { 'content-type': '' },
    )
    if (contract.repeat !== 'natural')
      for (const key of ['', 'short', 'with space in it', '../../../etc', 'x'.repeat(201), 'a,b,c,d,e,f'])
        wrong.push({ 'idempotency-key': key })
  }
  if (contract.ifMatch)
    for (const match of ['', '*', '12', 'W/"12"', '"12", "13"', '"-1"', '"1e3"', '"9999999999999999"', '"abc"'])
      wrong.push({ 'if-match': match })
  const isTyped = good.payload !== undefined
  return fc
    .oneof(
      ...(wrong.length === 0 ? [] : [fc.constantFrom(...wrong).map((headers) => ({ headers, isWrong: true }))]),
      fc.constantFrom(...odd).map((headers) => ({ headers, isWrong: false })),
    )
    .map(({ headers, isWrong }) => ({
      request: withHeaders(
        { ...good, ...(isTyped ? {} : { payload: '{}' }) },
        { ...(isTyped ? {} : JSON_TYPE), ...headers },
      ),
      isWrong: isWrong && !(contract.method === 'GET' && 'content-type' in headers),
      what: JSON.stringify(headers).slice(0, 200),
    }))
}

export const JSON_TYPE = { 'content-type': 'application/json' }

export function withHeaders(request: InjectOptions, headers: Headers): InjectOptions {
  return { ...request, headers: { ...request.headers, ...headers } }
}
