/**
 * What a route promises, without behavior: who may, what it takes, what it answers. The server registers routes from
 * contracts only, so that none can forget its permission, its key or its check; OpenAPI and the web client are made from
 * the same. One file a route in `routes/`; `routes.ts` lists them.
 */
import { Type, type TObject, type TSchema } from '@sinclair/typebox'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * What a repeated request does. `safe`: nothing changes. `ledger`: the key goes into the ledger with the facts. `kept`:
 * the server keeps the answer under the key. `shown-once`: as `kept`, but the answer holds a secret and is not kept.
 * `natural`: the request itself says where it belongs (the offset of a chunk) or concerns only the session; no key.
 */
export type Repeat = 'safe' | 'ledger' | 'kept' | 'shown-once' | 'natural'

/**
 * Which center a request is about, for grants that reach only the own one. `none`: none in particular, the use case
 * narrows what it shows; `case`: the use case finds it in what is stored; otherwise a field of the request.
 */
export type AboutCenter = 'none' | 'case' | 'params.centerId' | 'query.centerId' | 'body.centerId'

export interface Contract<
  Access extends string = string,
  Params extends TObject = TObject,
  Query extends TObject = TObject,
  Body extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
> {
  readonly method: Method
  /** As OpenAPI writes it: `/api/v1/assessments/{assessmentId}`. */
  readonly path: string
  readonly operationId: string
  readonly tag: string
  readonly summary: string
  /** `public`, `session` (signed in, even where a second factor or a new password is owed), or one action of `who-may.ts`. */
  readonly access: Access
  readonly center: AboutCenter
  readonly repeat: Repeat
  /** Deciding needs `If-Match` with the ETag that was seen. */
  readonly ifMatch: boolean
  /** Done is written to the access log as well as refused: exports, unmasking, downloads of originals. */
  readonly isLogged: boolean
  /** `sign-in` is counted by address and, with the body's `username`, by account, more strictly than the rest. */
  readonly rate: 'usual' | 'sign-in'
  readonly params: Params
  readonly query: Query
  readonly accepts: 'nothing' | 'json' | 'bytes'
  readonly body: Body
  /** Of a JSON body, in bytes. */
  readonly bodyLimit: number
  readonly status: 200 | 201 | 202 | 204 | 302
  /** What is answered; for anything but JSON the schema is of no use and `mediaType` says what comes. */
  readonly answer: Answer
  readonly mediaType: string | null
  /** Refusals worth telling the client apart, on top of those of every route. */
  readonly refusals: readonly string[]
}

const NOTHING = Type.Object({}, { additionalProperties: false })
type Nothing = typeof NOTHING

/** Most requests are short; a rubric with its notice is the longest. */
const USUAL_BODY = 64 * 1024

/** A contract with what is usual filled in; `repeat` of a write must be said. */
export function contract<
  const Access extends string,
  Answer extends TSchema,
  Params extends TObject = Nothing,
  Query extends TObject = Nothing,
  Body extends TSchema = Nothing,
>(said: Said<Access, Params, Query, Body, Answer>): Contract<Access, Params, Query, Body, Answer> {
  // Left out means "nothing": the type parameters then stand at their defaults, which the type system cannot connect.
  const nothing: unknown = NOTHING
  return {
    ...said,
    center: said.center ?? 'none',
    repeat: said.repeat ?? 'safe',
    ifMatch: said.ifMatch ?? false,
    rate: said.rate ?? 'usual',
    isLogged: said.isLogged ?? false,
    params: said.params ?? (nothing as Params),
    query: said.query ?? (nothing as Query),
    accepts: said.accepts ?? (said.body === undefined ? 'nothing' : 'json'),
    body: said.body ?? (nothing as Body),
    bodyLimit: said.bodyLimit ?? USUAL_BODY,
    status: said.status ?? 200,
    mediaType: said.mediaType === undefined ? 'application/json' : said.mediaType,
    refusals: said.refusals ?? [],
  }
}

type Required = 'method' | 'path' | 'operationId' | 'tag' | 'summary' | 'access' | 'answer'

type Said<
  Access extends string,
  Params extends TObject,
  Query extends TObject,
  Body extends TSchema,
  Answer extends TSchema,
> = Pick<Contract<Access, Params, Query, Body, Answer>, Required> &
  Partial<Omit<Contract<Access, Params, Query, Body, Answer>, Required>>
