import { createHash } from 'node:crypto'
import type { Random } from '../../src/core/kernel/random.ts'
import type { AssessmentId } from '../../src/core/kernel/identifiers.ts'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { alleged } from '../fixtures/acting-story.ts'
import { clauses } from '../fixtures/small-rubric.ts'
import type { Username } from '../server/found-district.ts'
import { uploadWhole, type Uploaded } from './upload-whole.ts'
import type { Asked, PatientClient } from './patient-client.ts'
import { FIRST_DAY, type PreparedFolder } from './prepared-folder.ts'

/** What a writer was told: this key appended these events. */
export interface Acknowledged {
  readonly assessmentId: AssessmentId
  readonly key: string
  readonly events: readonly LedgerEvent[]
  /** The first answer came to a request that had been asked before: the server was killed in between. */
  readonly wasRepeated: boolean
}

export interface Notebook {
  readonly acts: Acknowledged[]
  readonly files: Uploaded[]
}

/** One of those who work at once: who it is, where, and until when. */
export interface Writer {
  readonly name: string
  readonly assessmentId: AssessmentId
  readonly center: 'east' | 'west'
  readonly random: Random
  readonly isOver: () => boolean
  /** Of a hundred findings, so many with a photo. */
  readonly photos?: number
}

/**
 * Takes findings from an uploaded photo to a decision, one after another, and sometimes assesses itself; writes down what was
 * acknowledged, and finishes the act that it is in when it is over.
 */
export async function write(
  writer: Writer,
  ask: PatientClient,
  { tokens }: Pick<PreparedFolder, 'tokens'>,
  notebook: Notebook,
): Promise<void> {
  const { name, assessmentId, center, random, isOver, photos = 60 } = writer
  const root = `/api/v1/assessments/${assessmentId}`
  let acts = 0
  const act = async (who: Username, path: string, body: object, seen?: number): Promise<number> => {
    acts += 1
    const key = `${name}-act-${acts}`
    const asked: Asked = { method: 'POST', path: `${root}/${path}`, token: tokens[who], key, body }
    const answered = await ask(seen === undefined ? asked : { ...asked, seen })
    if (answered.status !== 200) throw new Error(`${key} ${path}: ${answered.status} ${answered.body.toString()}`)
    const { events, isRepeated } = answered.json<{ events: readonly LedgerEvent[]; isRepeated: boolean }>()
    if (isRepeated && answered.times === 1) throw new Error(`${key} was asked once and had been done before`)
    notebook.acts.push({ assessmentId, key, events, wasRepeated: isRepeated })
    return events.at(-1)?.seq ?? 0
  }

  for (let n = 1; !isOver(); n += 1) {
    const findingId = `${name}-f${n}`
    const clauseId = random.chance(50) ? clauses.vacated : clauses.training
    const evidence = random.chance(photos) ? [await photo(writer, n, ask, tokens.inspector, notebook)] : []
    const { source } = alleged()
    const said = { ...alleged(clauseId), findingId, centerId: center, occurredOn: FIRST_DAY, source, evidence }
    const steps: (() => Promise<number>)[] = [
      () => act('inspector', 'findings', said),
      () => act('assessor', `findings/${findingId}/notify`, {}),
      () => act(`center-${center}`, `findings/${findingId}/accept`, { statement: '情况属实' }),
    ]
    let seen = 0
    for (const step of steps) {
      if (isOver()) return
      seen = await step()
    }
    const amount = { points: 200, reason: '有计划无记录', precedents: [] }
    await act(
      'assessor',
      `findings/${findingId}/substantiate`,
      {
        clauseId,
        occurrences: 1,
        occurredOn: FIRST_DAY,
        reason: '照片与排班表一致',
        amount: clauseId === clauses.training ? amount : null,
      },
      seen,
    )
    if (random.chance(25)) {
      const entries = [{ criterionId: '1.1', points: random.below(500), statement: `${name} 第${n}次` }]
      await act(`center-${center}`, 'self-assessments', { centerId: center, entries, statement: '' })
    }
  }
}

/** A file that nobody else has, in a few pieces. */
async function photo(writer: Writer, n: number, ask: PatientClient, token: string, notebook: Notebook) {
  const { name, random } = writer
  const noise = Buffer.from(Array.from({ length: 40_000 + random.below(160_000) }, () => random.below(256)))
  const content = Buffer.concat([Buffer.from(`%PDF-1.4\n% ${name} ${n}\n`), noise, Buffer.from('\n%%EOF\n')])
  const uploaded = await uploadWhole(ask, token, `${name}-upload-${n}`, content)
  const digest = createHash('sha256').update(content).digest('hex')
  if (uploaded.digest !== digest) throw new Error(`${name}-upload-${n} was sealed as ${uploaded.digest}, not ${digest}`)
  notebook.files.push(uploaded)
  return { digest, caption: '现场照片', claims: null }
}
