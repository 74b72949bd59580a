import type { TSchema } from '@sinclair/typebox'
import type { Contract } from '../api/contract.ts'
import { problemSchema } from '../api/problem-schema.ts'
import { PROBLEM_STATUSES } from './problem.ts'

type Node = Readonly<Record<string, unknown>>

/** The contracts as OpenAPI 3.1. Nothing is said here that a contract does not say. */
export function openapiOf(contracts: readonly Contract[]): Node {
  const paths: Record<string, Record<string, Node>> = {}
  for (const contract of contracts) {
    const methods = (paths[contract.path] ??= {})
    methods[contract.method.toLowerCase()] = operationOf(contract)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '明衡 Mingheng',
      version: '1',
      description:
        '拒绝一律为 RFC 9457 的 application/problem+json，以 code 分辨。分值以百分之一分计，时间为北京时间。写请求带 Idempotency-Key，作决定带 If-Match；用会话 Cookie 的写请求另带 X-CSRF-Token。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: {
        Problem: plain(problemSchema),
        ProblemCode: { type: 'string', enum: Object.keys(PROBLEM_STATUSES).sort() },
      },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'mingheng',
          description: '登录后得到；https 下名为 __Host-mingheng',
        },
        token: { type: 'http', scheme: 'bearer', description: '本人为自己的程序发的接口令牌' },
      },
    },
  }
}

function operationOf(contract: Contract): Node {
  const parameters = [...partsOf(contract.params, 'path'), ...partsOf(contract.query, 'query'), ...headersOf(contract)]
  return {
    operationId: contract.operationId,
    tags: [contract.tag],
    summary: contract.summary,
    security: contract.access === 'public' ? [] : [{ session: [] }, { token: [] }],
    'x-access': contract.access,
    'x-center': contract.center,
    'x-repeat': contract.repeat,
    ...(contract.refusals.length === 0 ? {} : { 'x-refusals': [...contract.refusals] }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...bodyOf(contract),
    responses: {
      [contract.status]: answerOf(contract),
      default: {
        description: '拒绝',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function partsOf(schema: Contract['params'], where: 'path' | 'query'): Node[] {
  const required: readonly string[] = schema.required ?? []
  return Object.entries(schema.properties).map(([name, part]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: plain(part),
  }))
}

function headersOf({ repeat, ifMatch }: Contract): Node[] {
  const headers: Node[] = []
  if (repeat !== 'safe' && repeat !== 'natural')
    headers.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      schema: { type: 'string', pattern: '^[0-9A-Za-z_.:-]{8,200}$' },
    })
  if (ifMatch)
    headers.push({
      name: 'If-Match',
      in: 'header',
      required: true,
      schema: { type: 'string', pattern: '^"[0-9]{1,15}"$' },
    })
  return headers
}

function bodyOf({ accepts, body }: Contract): Node {
  if (accepts === 'nothing') return {}
  const content =
    accepts === 'bytes'
      ? { 'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } }
      : { 'application/json': { schema: plain(body) } }
  return { requestBody: { required: true, content } }
}

function answerOf({ status, answer, mediaType }: Contract): Node {
  if (status === 204 || status === 302) return { description: status === 204 ? '已办理' : '转到另一地址' }
  const schema = mediaType === 'application/json' ? plain(answer) : { type: 'string' }
  return { description: '已办理', content: { [mediaType ?? 'application/octet-stream']: { schema } } }
}

/** Without the marks that typebox keeps on its schemas. */
function plain(schema: TSchema): Node {
  return JSON.parse(JSON.stringify(schema)) as Node
}
