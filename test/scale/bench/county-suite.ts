import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openAssessment } from '../../../src/app/acting/open-assessment.ts'
import { reportFinding } from '../../../src/app/acting/report-finding.ts'
import type { Courier } from '../../../src/app/telling/courier.ts'
import { deliverDue } from '../../../src/app/telling/deliver.ts'
import { readSheet } from '../../../src/app/reading/read-sheet.ts'
import { id, type AssessmentId, type CenterId, type FindingId } from '../../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../../src/core/kernel/plain-date.ts'
import { happeningsUnder } from '../../bench/center-events.ts'
import type { Timing } from '../../bench/measure.ts'
import type { Row, Size, Suite } from '../../bench/suite.ts'
import { kept } from '../../fixtures/acting-office.ts'
import { startPostgres } from '../engines/postgres-server.ts'
import { assessorOf, countyAt, countyOffice, countyRubric, YEAR, type CountyOffice } from './counties.ts'
import { latencies } from './latencies.ts'

/** What a node does with a nation: how long each of the counties waits, and what each takes of its memory. */
export const countySuite: Suite = {
  name: 'counties',
  about:
    'the 2,843 counties as tenants of one PostgreSQL, each with a rubric and a year of its own; one after another, fsync on',
  parts: ['all at hand', 'bounded'],
  run: async (part, size) => {
    const postgres = await startPostgres()
    try {
      const count = size === 'quick' ? 6 : part === 'bounded' ? 400 : 2_843
      const events = await filled(postgres.url, count)
      return part === 'bounded' ? await boundedRows(postgres.url, count, size) : await rows(postgres.url, count, events)
    } finally {
      await postgres.stop()
    }
  },
}

/** As a process of its own, so that nothing of it stays in this one. */
async function filled(url: string, count: number): Promise<number> {
  const script = join(import.meta.dirname, 'fill-counties.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, url, String(count)])
  return Number(stdout)
}

async function rows(url: string, count: number, events: number): Promise<Row[]> {
  const node = await countyOffice(url, null)
  const { ledgers, live } = node.office
  const each = Math.round(events / count)
  const stored = await storedKilobytes(node)
  const before = memory()
  const idle = await measured(count, async (at) => {
    kept(await ledgers.headers(countyAt(at)))
    kept(await ledgers.head(countyAt(at), YEAR))
  })
  const asked = memory()
  const delivered = await measured(100, async () => kept(await deliverDue(node.office, NOWHERE)))
  const read = await measured(count, async (at) => kept(await live.look(countyAt(at), YEAR)))
  const held = memory()
  const score = await measured(count, (at) => scoreOne(node, at))
  const again = await measured(count, (at) => scoreOne(node, at))
  const scored = memory()
  const append = await measured(count, (at) => appendOne(node, at))
  const opened = await measured(Math.min(count, 300), (at) => openOne(node, at))
  const { held: atHand } = live.counts()
  await node.close()
  const idleKilobytes = kilobytesEach(before, asked, count)
  const heldKilobytes = kilobytesEach(asked, scored, count)
  const said = (one: string, { p50, p99 }: Measured) => `${one} (p50 ${shown(p50)}, p99 ${shown(p99)})`
  const figures = (name: string, { p50, p99, time }: Measured) => ({
    [`${name} p50 ms`]: p50,
    [`${name} p99 ms`]: p99,
    [`${name} processor ms`]: time.processor,
  })
  const row = (what: string, name: string, one: Measured): Row => ({
    what: said(what, one),
    time: one.time,
    per: 'county',
    figures: figures(name, one),
  })
  return [
    {
      ...row(`ask where ${count} ledgers stand; ${idleKilobytes.rss.toFixed(1)} KB a county not at hand`, 'ask', idle),
      figures: {
        ...figures('ask', idle),
        counties: count,
        'events each': each,
        'database KB each': stored / count,
        'idle KB each': idleKilobytes.rss,
      },
    },
    {
      ...row('deliver: ask which have something to be sent, as every node does every ten seconds', 'due', delivered),
      per: 'round',
    },
    {
      ...row(`read: load a ledger of ${each} events, its chain checked`, 'read', read),
      figures: { ...figures('read', read), 'read KB each': kilobytesEach(asked, held, count).rss },
    },
    {
      ...row(
        `score: the first sheet; ${heldKilobytes.rss.toFixed(0)} KB a county at hand, ${atHand} are`,
        'score',
        score,
      ),
      figures: {
        ...figures('score', score),
        'held KB each': heldKilobytes.rss,
        'held heap KB each': heldKilobytes.heap,
        'node MB with all at hand': scored.rss / 1024,
      },
    },
    row('score: the same sheet again', 'again', again),
    row('append: a finding reported, decided against all that is known', 'append', append),
    row(`open: another year in ${Math.min(count, 300)} counties`, 'open', opened),
  ]
}

const NOWHERE: Courier = { mailer: null, webhooks: null, hooks: () => [], publicUrl: '' }

async function storedKilobytes({ postgres }: CountyOffice): Promise<number> {
  const { rows: found } = await postgres.pool.query<{ bytes: string }>(
    `SELECT sum(pg_total_relation_size(oid)) AS bytes FROM pg_class WHERE relkind = 'r' AND relnamespace = $1::regnamespace`,
    [postgres.schema],
  )
  return Number(found[0]?.bytes) / 1024
}

/** More than there is memory for: those that come back are read again. */
async function boundedRows(url: string, count: number, size: Size): Promise<Row[]> {
  const megabytes = size === 'quick' ? 2 : 32
  const node = await countyOffice(url, megabytes)
  const before = memory()
  const rounds = size === 'quick' ? 1 : 3
  const looked = await measured(count * rounds, (at) => scoreOne(node, at % count))
  const { held, letGo } = node.office.live.counts()
  const grown = (memory().rss - before.rss) / 1024
  await node.close()
  if (letGo === 0 || held >= count) throw new Error('nothing was let go')
  const what = `heldMegabytes ${megabytes}: ${count} counties in turn, ${rounds} times; ${held} at hand, the node grew by ${grown.toFixed(0)} MB`
  const figures = { 'bounded setting MB': megabytes, 'bounded counties at hand': held, 'bounded growth MB': grown }
  return [{ what, time: looked.time, per: 'county', figures: { ...figures, 'bounded p99 ms': looked.p99 } }]
}

async function scoreOne({ office }: CountyOffice, at: number): Promise<void> {
  const sheet = await readSheet(office, assessorOf(countyAt(at)), YEAR, id<CenterId>('center-1'), null)
  if (!sheet.ok) throw new Error(sheet.refusal.message)
}

async function appendOne({ office }: CountyOffice, at: number): Promise<void> {
  const { bench } = await RUBRIC
  const [clause] = happeningsUnder(bench.rubric).perUnit
  if (clause === undefined) throw new Error('no clause to report under')
  const asking = { actor: assessorOf(countyAt(at)), assessmentId: YEAR, key: `report-${at}`, actedAt: null, seen: null }
  const about = { findingId: id<FindingId>('reported'), centerId: id<CenterId>('center-1'), clauseId: clause.id }
  const particulars = { eventKey: null, measured: null, level: null, unmet: null, evidence: [] }
  const occurredOn = plainDate('2021-12-30')
  const words = { description: '综合窗口无人在岗', source: 'inspection' } as const
  const input = { ...about, ...particulars, ...words, occurrences: 1, occurredOn }
  const reported = await reportFinding(office, asking, input)
  if (!reported.ok) throw new Error(reported.refusal.message)
}

async function openOne({ office }: CountyOffice, at: number): Promise<void> {
  const { digests } = await RUBRIC
  const assessmentId = id<AssessmentId>('2022')
  const asking = { actor: assessorOf(countyAt(at)), assessmentId, key: `open-${at}`, actedAt: null, seen: null }
  const opened = await openAssessment(office, asking, {
    rubricDigest: digests.rubricDigest,
    period: { periodFrom: plainDate('2022-01-01'), periodTo: plainDate('2022-12-31') },
    terms: { replyWorkingDays: 5, appealWorkingDays: 10, rectificationWorkingDays: 15 },
    centers: ['一', '二', '三'].map((name) => ({ centerId: id<CenterId>(`center-${name}`), name })),
  })
  if (!opened.ok) throw new Error(opened.refusal.message)
}

const RUBRIC = countyRubric()

interface Measured {
  readonly time: Timing
  readonly p50: number
  readonly p99: number
}

/** One after another: what one of them waits while nobody else asks. */
async function measured(count: number, work: (at: number) => Promise<unknown>): Promise<Measured> {
  const took = latencies()
  const started = process.cpuUsage()
  for (let at = 0; at < count; at += 1) await took.of(work(at))
  const { user, system } = process.cpuUsage(started)
  const [least, median, most] = [0, 50, 100].map((percent) => took.percentile(percent))
  const time = { least, median, most, processor: (user + system) / 1000 / count } as Timing
  return { time, p50: took.percentile(50), p99: took.percentile(99) }
}

interface Memory {
  readonly rss: number
  readonly heap: number
}

/** In kilobytes, after what nobody needs is gone. */
function memory(): Memory {
  for (let n = 0; n < 3; n += 1) globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  return { rss: rss / 1024, heap: heapUsed / 1024 }
}

function kilobytesEach(before: Memory, after: Memory, count: number): Memory {
  return { rss: Math.max(0, after.rss - before.rss) / count, heap: Math.max(0, after.heap - before.heap) / count }
}

function shown(milliseconds: number): string {
  return `${milliseconds.toPrecision(3)} ms`
}
