import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { widened } from '../fixtures/widened-tables.ts'
import { STORES } from '../upgrade/stores-by-name.ts'
import { alleged } from '../fixtures/acting-story.ts'
import { clauses } from '../fixtures/small-rubric.ts'
import type { Username } from '../server/found-district.ts'
import { articles, ARTICLES_PROFILE } from '../server/article-files.ts'
import { clientAt } from '../server/clerk.ts'
import { askOnce, type Asked } from '../torture/patient-client.ts'
import { ASSESSMENTS, FIRST_DAY } from '../torture/prepared-folder.ts'
import { ledgerOf } from '../torture/ledger-of.ts'
import { someActs } from '../torture/some-acts.ts'
import type { Notebook } from '../torture/writer.ts'
import { followScores } from './nodes/followed-scores.ts'
import { hookedMessages, type HookedMessages } from './nodes/hooked-messages.ts'
import { told } from './opened-cluster.ts'
import { bucketSettings, openedObjects } from './opened-objects.ts'
import { openedPostgres } from './opened-postgres.ts'
import { underLoad, WRITERS } from './nodes/under-load.ts'
import { twoNodes, type NodeName, type TwoNodes } from './nodes/two-nodes.ts'

const { newBucket } = openedObjects()
const { open } = openedPostgres()
const DATABASE = `two_nodes_${process.pid}_${Date.now().toString(36)}`
let hook: HookedMessages
let nodes: TwoNodes

beforeAll(async () => {
  hook = await hookedMessages(100)
  nodes = await twoNodes({
    MINGHENG_DATABASE_URL: inject('postgresUrl'),
    MINGHENG_DATABASE_SCHEMA: DATABASE,
    ...bucketSettings(await newBucket()),
    MINGHENG_RECORD_SHARDS: inject('clickHouseUrls').join(','),
    MINGHENG_RECORD_DATABASE: DATABASE,
    MINGHENG_RECORD_MEMORY_MEGABYTES: '256',
    MINGHENG_WEBHOOK_URLS: hook.url,
    MINGHENG_WEBHOOK_SECRET: 'a secret of sixteen and more',
  })
  await clerkAt('B').post('import-profiles', { profile: ARTICLES_PROFILE })
})
afterAll(async () => {
  await nodes.close()
  await hook.stop()
  for (const url of inject('clickHouseUrls')) await told(url, `DROP DATABASE IF EXISTS ${DATABASE}`)
})

const at = (name: NodeName) => someActs(nodes.address(name), nodes.folder)
const A1 = '/api/v1/assessments/a1'

test('who signs in at one node acts at the other', async () => {
  const entered = await fetch(`${nodes.address('A')}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'inspector', password: 'Quiet-River-42' }),
  })
  expect(entered.status).toBe(200)
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const me = await fetch(`${nodes.address('B')}/api/v1/me`, { headers: { cookie } })
  const { csrfToken, personId } = (await me.json()) as { csrfToken: string; personId: string }
  expect(personId).toBe('d1-inspector')
  const left = await fetch(`${nodes.address('B')}/api/v1/session`, {
    method: 'DELETE',
    headers: { cookie, 'x-csrf-token': csrfToken },
  })
  expect(left.status).toBeLessThan(300)
  expect((await fetch(`${nodes.address('A')}/api/v1/me`, { headers: { cookie } })).status).toBe(401)
})

/** Reported, and all that follows up to the decision, each step at the other node. */
async function decidable(findingId: string): Promise<number> {
  const { events } = await at('A').report('a1', findingId, { clauseId: clauses.training })
  expect(events).toHaveLength(1)
  expect(await at('B').post('assessor', `${A1}/findings/${findingId}/notify`, {})).toMatchObject({ status: 200 })
  const path = `${A1}/findings/${findingId}/accept`
  const accepted = await at('A').post('center-east', path, { statement: '属实' })
  return accepted.events.at(-1)?.seq ?? 0
}

const substantiated = (points: number) => ({
  clauseId: clauses.training,
  occurrences: 1,
  occurredOn: FIRST_DAY,
  reason: '有计划无记录',
  amount: { points, reason: '有计划无记录', precedents: [] },
})

test('what is decided at one node is seen by who follows at the other', async () => {
  const followed = await followScores(nodes.address('B'), 'a1', nodes.folder.tokens.leader)
  const before = [await followed.next(), await followed.next()].find(({ centerId }) => centerId === 'east')
  const seen = await decidable('followed')
  const decided = await askOnce(nodes.address('A'), {
    ...asAssessor('assessor', `${A1}/findings/followed/substantiate`, 'followed-key'),
    seen,
    body: substantiated(200),
  })
  expect(decided.status).toBe(200)
  let now = await followed.next()
  while (now.centerId !== 'east' || now.score === before?.score) now = await followed.next()
  expect(now.score).toBe((before?.score ?? 0) - 200)
  followed.leave()
})

function asAssessor(who: 'assessor' | 'assessor-2', path: string, key: string): Asked {
  return { method: 'POST', path, token: nodes.folder.tokens[who], key }
}

test('of two assessors who decide one finding at once at two nodes, one wins and the other is told', async () => {
  const seen = await decidable('disputed')
  const path = `${A1}/findings/disputed/substantiate`
  const told = await Promise.all([
    askOnce(nodes.address('A'), { ...asAssessor('assessor', path, 'first-key'), seen, body: substantiated(100) }),
    askOnce(nodes.address('B'), { ...asAssessor('assessor-2', path, 'other-key'), seen, body: substantiated(300) }),
  ])
  const [won, lost] = told.toSorted((one, other) => one.status - other.status)
  expect([won?.status, lost?.status]).toEqual([200, 409])
  expect(JSON.parse(lost?.body.toString() ?? '')).toMatchObject({
    code: 'changed-meanwhile',
    changes: expect.arrayContaining([expect.objectContaining({ type: 'AmountDecided' })]),
  })
  const events = await ledgerOf('a1', nodes.folder, nodes.ask)
  expect(events.filter((event) => event.type === 'AmountDecided' && event.findingId === 'disputed')).toHaveLength(1)
})

const allegation = (findingId: string) => {
  const { source, evidence } = alleged()
  return { ...alleged(), source, evidence, findingId, centerId: 'east', occurredOn: FIRST_DAY }
}

test.each<[what: string, who: Username, path: string, body: object, done: number]>([
  ['an act', 'inspector', `${A1}/findings`, allegation('at-both'), 200],
  [
    'another write',
    'administrator',
    '/api/v1/people',
    { username: 'zhao', name: '赵某', roles: ['inspector'], centerId: null, email: null, hasPassword: true },
    201,
  ],
])('%s that is sent to both nodes at once with one key is done once', async (what, who, path, body, done) => {
  const asked: Asked = {
    method: 'POST',
    path,
    token: nodes.folder.tokens[who],
    key: `sent-to-both-${path.length}`,
    body,
  }
  const told = await Promise.all((['A', 'B'] as const).map((name) => askOnce(nodes.address(name), asked)))
  const again = await askOnce(nodes.address('B'), asked)
  for (const { status, body: said } of [...told, again])
    expect([done, 409], `${what}: ${said.toString()}`).toContain(status)
  expect(told.map(({ status }) => status)).toContain(done)
  if (who === 'inspector') {
    const events = await ledgerOf('a1', nodes.folder, nodes.ask)
    expect(events.filter((event) => event.type === 'FindingReported' && event.findingId === 'at-both')).toHaveLength(1)
  } else {
    const { text } = await at('A').get('administrator', '/api/v1/people?limit=100')
    expect(text.match(/"username":"zhao"/g)).toHaveLength(1)
  }
})

const TOLD = 30
/** Deliveries go out every ten seconds. */
const WAITS = { timeout: 60_000, interval: 100 }

test('with two nodes that deliver, each message is sent once', async () => {
  await Promise.all(
    Array.from({ length: TOLD }, async (_, n) => {
      const { report, post } = at(n % 2 === 0 ? 'A' : 'B')
      expect(await report('a2', `told-${n}`)).toMatchObject({ status: 200 })
      const path = `/api/v1/assessments/a2/findings/told-${n}/notify`
      expect(await post('assessor', path, {})).toMatchObject({ status: 200 })
    }),
  )
  const deliveries = async () => {
    const { text } = await at('B').get('auditor', '/metrics')
    const count = (state: string) =>
      Number(new RegExp(`mingheng_outbox_deliveries\\{state="${state}"\\} (\\d+)`).exec(text)?.[1])
    return { open: count('waiting') + count('sending') + count('given-up'), sent: count('sent') }
  }
  const isTold = (n: number) => hook.messages().some(({ link }) => link.endsWith(`/findings/told-${n}`))
  await expect.poll(() => Array.from({ length: TOLD }, (_, n) => isTold(n)), WAITS).not.toContain(false)
  await expect.poll(async () => (await deliveries()).open, WAITS).toBe(0)
  const told = hook.messages().map(({ messageId }) => messageId)
  expect(new Set(told).size).toBe(told.length)
  expect((await deliveries()).sent).toBe(told.length)
})

const clerkAt = (name: NodeName) => clientAt(nodes.address(name), nodes.folder.tokens.clerk)

async function uploaded(name: NodeName, fileId: string, lines: number) {
  expect(await clerkAt(name).upload(fileId, `${fileId}.csv`, articles(1, lines))).toMatchObject({ status: 200 })
}

/** The import of a file that was uploaded, asked for at a node. */
async function asked(name: NodeName, fileId: string): Promise<string> {
  const started = await clerkAt(name).post('imports', { fileId, profileId: 'articles' })
  expect(started, JSON.stringify(started.body)).toMatchObject({ status: 202 })
  return (started.body as { importId: string }).importId
}

const importing = async (name: NodeName, fileId: string, lines: number) =>
  uploaded(name, fileId, lines).then(async () => asked(name, fileId))

async function standingAt(name: NodeName, importId: string) {
  const read = await clerkAt(name).get(`imports/${importId}`)
  return (read.body as { standing: { state: string; ahead?: number; step?: string } }).standing
}

const LARGE = 100_000

test('long work asked for at one node is followed and cancelled at the other, and the next waits for it there', async () => {
  const clerk = clerkAt('B')
  // So long that a busy machine has not done it before it is told to leave it, which costs nothing: it is left early.
  await uploaded('A', 'articles-long', 4 * LARGE)
  await uploaded('B', 'articles-short', 10)
  const long = await asked('A', 'articles-long')
  const short = await asked('B', 'articles-short')
  expect(['waiting', 'running']).toContain((await standingAt('B', long)).state)
  await clerk.post(`imports/${long}/cancel`, {})
  const ended = await clerk.ended(`imports/${long}`)
  expect(ended.body).toMatchObject({ standing: { state: 'cancelled' } })
  expect(await standingAt('A', long)).toMatchObject({ state: 'cancelled' })
  expect((await clerk.ended(`imports/${short}`)).body).toMatchObject({ standing: { state: 'imported' } })
  expect(await standingAt('A', short)).toMatchObject({ state: 'imported' })
})

/** What was acknowledged stands in the ledgers once, behind what stood there before; and the chains hold. */
async function holds(before: readonly (readonly LedgerEvent[])[], { acts }: Notebook): Promise<void> {
  for (const [n, assessmentId] of ASSESSMENTS.entries()) {
    const told = acts.filter((act) => act.assessmentId === assessmentId).flatMap(({ events }) => events)
    const events = await ledgerOf(assessmentId, nodes.folder, nodes.ask)
    expect(told.toSorted((one, other) => one.seq - other.seq)).toEqual(events.slice(before[n]?.length))
    const verified = await at('B').get('auditor', `/api/v1/assessments/${assessmentId}/verification`)
    expect(verified, verified.text).toMatchObject({ status: 200 })
  }
}

const ledgers = () => Promise.all(ASSESSMENTS.map((assessmentId) => ledgerOf(assessmentId, nodes.folder, nodes.ask)))

test('a node that stops while all go on is left by the balancer before: nobody is refused', async () => {
  const before = await ledgers()
  const address = nodes.address('A')
  const notebook = await underLoad(nodes, 'stopping', async () => {
    await setTimeout(300)
    const stopped = nodes.stop('A')
    await expect.poll(async () => (await fetch(`${address}/readyz`)).status, { interval: 20 }).toBe(503)
    const { tokens } = nodes.folder
    expect(await askOnce(address, { method: 'GET', path: A1, token: tokens.leader })).toMatchObject({ status: 200 })
    expect(await stopped).toBe(0)
    await nodes.start('A')
    await setTimeout(300)
  })
  expect(notebook.acts.length).toBeGreaterThan(WRITERS)
  expect(notebook.acts.filter(({ wasRepeated }) => wasRepeated)).toEqual([])
  await holds(before, notebook)
})

test('a node is killed while all go on: nothing acknowledged is lost, nothing doubled, and it joins again', async () => {
  const before = await ledgers()
  const long = await importing('A', 'articles-broken', LARGE)
  await expect.poll(() => standingAt('B', long), WAITS).not.toMatchObject({ state: 'waiting' })
  const notebook = await underLoad(nodes, 'killed', async () => {
    await setTimeout(500)
    await nodes.kill('A')
    await setTimeout(1_000)
    await nodes.start('A')
    await setTimeout(500)
  })
  expect(notebook.acts.length).toBeGreaterThan(WRITERS)
  await holds(before, notebook)
  // Imported as a whole or not at all, and the other node tells which; the next one of the district goes on.
  await expect.poll(async () => (await standingAt('B', long)).state, WAITS).toMatch(/^(?:imported|interrupted)$/)
  const next = await importing('B', 'articles-next', 20)
  await expect.poll(async () => (await standingAt('A', next)).state, WAITS).toBe('imported')
  await expect
    .poll(async () => (await at('B').get('auditor', '/metrics')).text, WAITS)
    .toContain('mingheng_nodes{state="living"} 2')
  expect(nodes.log()).not.toContain('"bug"')
})

test('a node of a version to come widens all tables while all go on: those of today do not notice, and one that is killed starts again', async () => {
  const before = await ledgers()
  const newer = await open(DATABASE)
  const notebook = await underLoad(nodes, 'widened', async () => {
    await setTimeout(300)
    for (const [store, migrations] of Object.entries(STORES)) valueOf(await newer.store(store, widened(migrations)))
    await setTimeout(300)
    await nodes.kill('A')
    await nodes.start('A')
    await setTimeout(300)
  })
  expect(notebook.acts.length).toBeGreaterThan(WRITERS)
  await holds(before, notebook)
  const last = await importing('A', 'articles-widened', 20)
  await expect.poll(async () => (await standingAt('B', last)).state, WAITS).toBe('imported')
  expect(nodes.log()).not.toContain('"bug"')
})
