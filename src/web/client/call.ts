/**
 * Asking the server: one function for every contract, typed by it. `OPERATIONS` and `Contracts` are made of the contracts.
 * What the server refuses comes back as a value; nothing is thrown but when a request is aborted.
 */
import type { Static } from '@sinclair/typebox'
import type { Contracts } from './contracts.generated.ts'
import { OPERATIONS } from './operations.generated.ts'
import { unreachable, type Problem } from './problem.ts'

export type OperationId = keyof Contracts

/** `seen`: the ETag of what a decision rests on. `key`: the same for every attempt of one act. */
export type Asked<Id extends OperationId> = Optional<'params', Static<Contracts[Id]['params']>> &
  Optional<'query', Static<Contracts[Id]['query']>> &
  Optional<'body', BodyOf<Id>> & { readonly seen?: number | null; readonly key?: string }

/** What is answered; a file as it came where the answer is no JSON. */
export type Answered<Id extends OperationId> = Operation<Id>['isJson'] extends true
  ? Static<Contracts[Id]['answer']>
  : Blob

type BodyOf<Id extends OperationId> = Operation<Id>['accepts'] extends 'bytes' ? Blob : Static<Contracts[Id]['body']>
type Operation<Id extends OperationId> = (typeof OPERATIONS)[Id]

export type Told<Id extends OperationId> =
  | {
      readonly ok: true
      readonly value: Answered<Id>
      readonly seen: number | null
      /** As the server calls a file that it hands out. */
      readonly fileName?: string | null
    }
  | { readonly ok: false; readonly problem: Problem }

export interface CallSetting {
  readonly csrfToken: string | null
  readonly signal?: AbortSignal
}

type Optional<Name extends string, Part> =
  Record<string, never> extends Part ? { readonly [K in Name]?: Part } : { readonly [K in Name]: Part }

export async function call<Id extends OperationId>(id: Id, asked: Asked<Id>, setting: CallSetting): Promise<Told<Id>> {
  const { method, isKeyed, ifMatch, accepts, isJson } = OPERATIONS[id]
  const { body, seen, key } = asked as Loose
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' }
  if (accepts === 'json' && body !== undefined) headers['content-type'] = 'application/json'
  if (accepts === 'bytes') headers['content-type'] = 'application/octet-stream'
  if (setting.csrfToken !== null && method !== 'GET') headers['x-csrf-token'] = setting.csrfToken
  if (isKeyed) headers['idempotency-key'] = key ?? newId()
  if (ifMatch) headers['if-match'] = `"${seen ?? 0}"`
  try {
    const response = await fetch(addressOf(id, asked), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(setting.signal === undefined ? {} : { signal: setting.signal }),
    })
    if (!response.ok) return { ok: false, problem: await problemIn(response) }
    const value = response.status === 204 ? null : isJson ? await response.json() : await response.blob()
    return { ok: true, value: value as Answered<Id>, seen: etagOf(response), fileName: fileNameOf(response) }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    return { ok: false, problem: unreachable() }
  }
}

/** Where a contract is asked: for links and downloads too. */
export function addressOf<Id extends OperationId>(id: Id, asked: Asked<Id>): string {
  const { params = {}, query = {} } = asked as Loose
  const path = OPERATIONS[id].path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null) search.set(name, String(value))
  return search.size === 0 ? path : `${path}?${search.toString()}`
}

/** A version 4 UUID. `crypto.randomUUID` is missing on plain HTTP on a bare address, where the office may well be. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

interface Loose {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>
  readonly body?: unknown
  readonly seen?: number | null
  readonly key?: string
}

async function problemIn(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem
  } catch {
    // A proxy in between answers with a page of its own.
    return { ...unreachable(), status: response.status }
  }
}

function etagOf(response: Response): number | null {
  const seq = /^(?:W\/)?"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1]
  return seq === undefined ? null : Number(seq)
}

function fileNameOf(response: Response): string | null {
  const name = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return name === undefined ? null : decodeURIComponent(name)
}
