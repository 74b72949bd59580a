import type { AnswerKey } from '../app/ports/answer-store.ts'
import { plusSeconds } from '../core/kernel/elapsed.ts'
import type { Problem } from './problem.ts'
import { httpRefusal } from './problems/http-refusals.ts'
import type { Done, Given, Reply, Route, ServedContract } from './route.ts'
import type { Asker, ServerParts } from './server-parts.ts'

type Checked = Given<ServedContract>

/** A request claimed longer ago than this was claimed by a server that is dead. */
const STALE_SECONDS = 120

/**
 * Does what was asked once for one key: a repeated request is answered from what was kept. Refusals are not kept, since
 * the same request may be granted later; nor are secrets that are shown once.
 */
export async function onceForKey(
  { contract }: Route,
  asker: Asker,
  given: Checked,
  parts: ServerParts,
  work: () => Promise<Reply<unknown>>,
): Promise<Reply<unknown>> {
  const { tenantId, personId } = asker.actor
  const key: AnswerKey = { tenantId, personId, key: given.key }
  const now = parts.clock.now()
  const request = parts.secrets.digest(
    JSON.stringify([contract.operationId, given.params, given.query, told(contract, given.body)]),
  )
  const claim = await parts.answers.claim(key, request, now, plusSeconds(now, -STALE_SECONDS), parts.nodeId)
  if (!claim.ok) return claim
  switch (claim.value.kind) {
    case 'key-reused':
      return refuse(httpRefusal('key-reused'))
    case 'running':
      return refuse(httpRefusal('key-in-use'))
    case 'kept': {
      const { status, body } = claim.value.answer
      if (body === null) return refuse(httpRefusal('answer-shown-once'))
      return {
        ok: true,
        kind: 'answer',
        status,
        body: JSON.parse(body) as unknown,
        headers: { 'idempotent-replayed': 'true' },
      }
    }
    case 'new':
      return finish(contract, key, parts, work)
  }
}

async function finish(
  contract: ServedContract,
  key: AnswerKey,
  { answers }: ServerParts,
  work: () => Promise<Reply<unknown>>,
): Promise<Reply<unknown>> {
  let reply: Reply<unknown>
  try {
    reply = await work()
  } catch (error) {
    await answers.release(key)
    throw error
  }
  if (!reply.ok || reply.kind !== 'answer') {
    await answers.release(key)
    return reply
  }
  const kept = await answers.keep(key, {
    status: reply.status ?? contract.status,
    body: contract.repeat === 'shown-once' ? null : textOf(reply),
  })
  return kept.ok ? reply : { ok: false, refusal: kept.refusal }
}

function textOf({ body }: Done<unknown>): string {
  return JSON.stringify(body ?? null)
}

/** The body without what is only ever written (passwords): a fast digest of one could be guessed back. */
function told(contract: ServedContract, body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  const fields = (contract.body as { readonly properties?: Readonly<Record<string, { readonly writeOnly?: boolean }>> })
    .properties
  return Object.fromEntries(Object.entries(body).filter(([name]) => fields?.[name]?.writeOnly !== true))
}

function refuse(refusal: Problem): Reply<unknown> {
  return { ok: false, refusal }
}
