import sharp from 'sharp'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { smallAdopted } from '../fixtures/acting-office.ts'
import { alleged } from '../fixtures/acting-story.ts'
import { clauses } from '../fixtures/small-rubric.ts'
import type { ServerFixture } from '../server/server-fixture.ts'
import { asking, BYTES, type Ask } from './planted-ask.ts'
import { plantedPlan } from './sampling-samples.ts'
import { NO_RECORDS, plantRecords, type PlantedRecords } from './planted-records.ts'

/**
 * What somebody of the center `east` must never read: every text that `west` or anybody about `west` wrote holds this word.
 * The center's name itself is no secret.
 */
export const CANARY = '西密不可见'

export interface Planted {
  /** A photo shown in a case of `east`, and one shown in a case of `west`. */
  readonly eastPhoto: string
  readonly westPhoto: string
  /** A question of the notice that nobody has answered. */
  readonly question: { readonly questionId: string; readonly reading: string }
  /** The place in the ledger of what was decided last about `decided`, and about `west-decided`. */
  readonly decidedAt: { readonly east: number; readonly west: number }
  readonly records: PlantedRecords
}

const ROOT = '/api/v1/assessments'
const A1 = `${ROOT}/a1`
const OCCURRED_ON = '2021-05-10'

/**
 * Four assessments over HTTP: `a1` runs, with a finding and a bonus of `east` for each act (named for what comes next) and
 * the same of `west` (`west-…`); `a2` is over and not closed, `a3` closed, `a4` sealed.
 */
export async function plantWorld(
  server: ServerFixture,
  district: string,
  canary = CANARY,
  hasRecords = true,
): Promise<Planted> {
  const tenantId = id<TenantId>(district)
  await server.parts.office.rubrics.keep(tenantId, smallAdopted)
  const ask = asking(server, district)
  for (const [assessmentId, periodTo] of [
    ['a1', '2021-12-31'],
    ['a2', '2021-04-30'],
    ['a3', '2021-04-30'],
    ['a4', '2021-04-30'],
  ] as const)
    await ask('assessor', 'POST', ROOT, opening(assessmentId, periodTo))
  await ask('assessor', 'POST', `${ROOT}/a3/close`, {})
  await ask('assessor', 'POST', `${ROOT}/a4/close`, {})
  await ask('assessor', 'POST', `${ROOT}/a4/seal`, { forcedBecause: null })
  const eastPhoto = await photoOf(ask, 'east')
  const westPhoto = await photoOf(ask, 'west')
  const content = Buffer.from('%PDF-1.7\n1 0 obj')
  await upload(ask, 'upload-begun', '台账.pdf', content, content.subarray(0, 8))
  await upload(ask, 'upload-whole', '台账.pdf', content)
  await plantCenter(ask, 'east', '东', eastPhoto)
  await plantCenter(ask, 'west', canary, westPhoto)
  const read = await ask('assessor', 'GET', A1)
  const { questions } = read.json<{ questions: { question: { id: string; readings: { key: string }[] } }[] }>()
  const open = questions.find(({ question }) => question.id.includes('once-or-per-occurrence'))?.question
  await ask('assessor', 'POST', `${A1}/analysis/sampling`, plantedPlan(district))
  const records = hasRecords ? await plantRecords(server, district, canary) : NO_RECORDS
  const decidedAt = async (center: 'east' | 'west') =>
    (await ask('assessor', 'GET', `${A1}/findings/${prefixOf(center)}decided`)).json<{ version: number }>().version
  return {
    decidedAt: { east: await decidedAt('east'), west: await decidedAt('west') },
    eastPhoto,
    westPhoto,
    records,
    question: { questionId: open?.id ?? '', reading: open?.readings[0]?.key ?? '' },
  }
}

export function opening(assessmentId: string, periodTo = '2021-12-31') {
  return {
    assessmentId,
    rubricDigest: smallAdopted.rubricDigest,
    period: { periodFrom: '2021-01-01', periodTo },
    terms: { replyWorkingDays: 5, appealWorkingDays: 10, rectificationWorkingDays: 15 },
    centers: [
      { centerId: 'east', name: '东街道' },
      { centerId: 'west', name: '西街道' },
    ],
  }
}

export const decision = (clauseId: string = clauses.vacated) => ({
  clauseId,
  occurrences: 1,
  occurredOn: OCCURRED_ON,
  reason: '',
  amount: null,
})

/** The prefix of the ids of a center's findings and bonuses. */
export const prefixOf = (center: 'east' | 'west') => (center === 'east' ? '' : 'west-')

async function plantCenter(ask: Ask, center: 'east' | 'west', word: string, photo: string): Promise<void> {
  const clerk = `center-${center}` as const
  const evidence = [{ digest: photo, caption: `${word}图`, claims: null }]
  const finding = (name: string, clauseId: string = clauses.vacated) => ({
    ...alleged(),
    findingId: prefixOf(center) + name,
    centerId: center,
    clauseId,
    description: `${word}描述`,
    evidence,
  })
  const place = (name: string, act = '') => `${A1}/findings/${prefixOf(center)}${name}${act}`
  const report = async (name: string, clauseId?: string) =>
    ask('inspector', 'POST', `${A1}/findings`, finding(name, clauseId))
  const notify = async (name: string, clauseId?: string) => {
    await report(name, clauseId)
    await ask('assessor', 'POST', place(name, '/notify'), {})
  }
  const reply = async (name: string, clauseId?: string) => {
    await notify(name, clauseId)
    await ask(clerk, 'POST', place(name, '/contest'), { statement: `${word}异议`, evidence })
  }
  const decide = async (name: string, clauseId: string = clauses.vacated) => {
    await reply(name, clauseId)
    const { version } = (await ask('assessor', 'GET', place(name))).json<{ version: number }>()
    const body = { ...decision(clauseId), reason: `${word}结论` }
    await ask('assessor', 'POST', place(name, '/substantiate'), body, { 'if-match': `"${version}"` })
  }
  const { source: _source, evidence: _evidence, ...suspicion } = finding('suspected')
  await ask('clerk', 'POST', `${A1}/suspicions`, {
    ...suspicion,
    detection: '空岗',
    records: [`articles/hub/${center === 'east' ? 1 : 2}@1`, `${word}记录`],
  })
  await report('reported')
  await notify('notified')
  await reply('replied')
  await decide('decided')
  await decide('unpriced', clauses.training)
  await decide('appealed')
  await ask(clerk, 'POST', place('appealed', '/appeals'), {
    appealId: `${prefixOf(center)}appeal`,
    grounds: `${word}理由`,
    evidence,
  })
  for (const name of ['planned', 'submitted']) {
    await decide(name)
    const plan = { measures: `${word}措施`, workingDays: null }
    await ask(clerk, 'POST', place(name, '/rectification/plan'), plan)
  }
  const done = { statement: `${word}整改`, evidence }
  await ask(clerk, 'POST', place('submitted', '/rectification/submit'), done)
  await ask(clerk, 'POST', `${A1}/bonuses`, {
    ...bonus(`${prefixOf(center)}proposed`, center, `${word}申报`),
    evidence,
  })
}

export function bonus(bonusId: string, centerId: string, description: string) {
  return {
    bonusId,
    centerId,
    clauseId: clauses.innovation,
    occurrences: 1,
    occurredOn: OCCURRED_ON,
    measured: null,
    level: null,
    description,
    evidence: [],
  }
}

/** A photo that says with what and where it was taken. */
export async function photoContent(text: string): Promise<Buffer> {
  const pixels = { create: { width: 40, height: 30, channels: 3, background: '#88aacc' } } as const
  return sharp(pixels)
    .withExif({ IFD0: { Make: 'CANARYCAM', ImageDescription: text } })
    .jpeg()
    .toBuffer()
}

async function photoOf(ask: Ask, name: string): Promise<string> {
  const content = await photoContent(name)
  await upload(ask, `photo-of-${name}`, `${CANARY}.jpg`, content)
  const finished = await ask('inspector', 'POST', `/api/v1/uploads/photo-of-${name}/finish`)
  return finished.json<{ file: { digest: string } }>().file.digest
}

/** `sent` may be less than what was declared. */
async function upload(ask: Ask, uploadId: string, name: string, content: Buffer, sent = content): Promise<void> {
  const declared = { uploadId, name, bytes: content.length, digest: null }
  await ask('inspector', 'POST', '/api/v1/uploads', declared)
  await ask('inspector', 'PATCH', `/api/v1/uploads/${uploadId}?offset=0`, sent, BYTES)
}
