import { plusSeconds } from '../../core/kernel/elapsed.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import type { Evidence } from '../../core/ledger/ledger-event.ts'
import { appendEvidence, beginEvidence, finishEvidence } from '../evidence/add-evidence.ts'
import type { Random } from '../../core/kernel/random.ts'
import type { Actor } from '../people/actor.ts'
import type { SceneKind } from '../ports/scene-painter.ts'
import type { DemoPorts } from './demo-setting.ts'
import { newUploadId, whole } from './whole.ts'

/** The proposal with the files that who proposes it has brought, where people bring some. */
export async function withEvidence(
  ports: Pick<DemoPorts, 'evidence' | 'scenes' | 'desk'>,
  actor: Actor,
  random: Random,
  proposal: Proposal,
  bringing: Bringing,
): Promise<Proposal> {
  if (!('evidence' in proposal) || bringing === 'never') return proposal
  const { least, spread, chance, shots } = HABITS[proposal.type]
  if (proposal.type === 'FindingReported' && proposal.source !== 'inspection') return proposal
  if (!random.chance(bringing === 'always' ? 100 : chance)) return proposal
  const evidence: Evidence[] = []
  const count = least + random.below(spread)
  for (let at = 0; at < count; at += 1) {
    const shot = random.pick(shots)
    evidence.push(await bring(ports, actor, random, proposal, { ...shot, number: at + 1 }))
  }
  return { ...proposal, evidence }
}

export type Bringing = 'usually' | 'always' | 'never'

interface Shot {
  readonly kind: SceneKind
  readonly caption: string
}

interface Habit {
  readonly least: number
  readonly spread: number
  /** In a hundred. */
  readonly chance: number
  readonly shots: readonly Shot[]
}

type Showing = Extract<Proposal, { readonly evidence: readonly Evidence[] }>['type']

const LETTER: Shot = { kind: 'document', caption: '书面说明（扫描件）' }
const LIST: Shot = { kind: 'document', caption: '值班登记表（扫描件）' }

const HABITS: Readonly<Record<Showing, Habit>> = {
  FindingReported: {
    least: 1,
    spread: 2,
    chance: 40,
    shots: [
      { kind: 'counter', caption: '现场照片：综合窗口' },
      { kind: 'notice-board', caption: '现场照片：公示栏' },
      { kind: 'clock', caption: '现场照片：大厅时钟与窗口' },
      { kind: 'queue', caption: '现场照片：等候区' },
      { kind: 'terminal', caption: '现场照片：自助终端' },
    ],
  },
  FindingContested: {
    least: 1,
    spread: 1,
    chance: 35,
    shots: [LETTER, LIST, { kind: 'clock', caption: '当时的监控截图' }],
  },
  AppealFiled: { least: 1, spread: 2, chance: 85, shots: [LETTER, LIST] },
  RectificationSubmitted: {
    least: 1,
    spread: 2,
    chance: 40,
    shots: [
      { kind: 'counter', caption: '整改后的窗口' },
      { kind: 'notice-board', caption: '更新后的公示栏' },
      { kind: 'document', caption: '巡查登记表（扫描件）' },
    ],
  },
  BonusProposed: {
    least: 1,
    spread: 2,
    chance: 80,
    shots: [{ kind: 'document', caption: '工作总结（扫描件）' }, LETTER],
  },
}

const HOUR = 3_600

async function bring(
  { evidence, scenes, desk }: Pick<DemoPorts, 'evidence' | 'scenes' | 'desk'>,
  actor: Actor,
  random: Random,
  proposal: Proposal,
  { kind, caption, number }: Shot & { readonly number: number },
): Promise<Evidence> {
  const day = 'occurredOn' in proposal && proposal.type === 'FindingReported' ? proposal.occurredOn : null
  const before = day === null ? plusSeconds(proposal.recordedAt, -random.below(4) * HOUR - 60 * number) : null
  const taken =
    before ?? `${day}T${String(9 + random.below(8)).padStart(2, '0')}:${10 + random.below(50)}:${10 + number}`
  const content = await scenes.paint({ kind, seed: random.below(1_000_000), takenAt: taken.slice(0, 19) })
  const upload = newUploadId(desk)
  const isScan = kind === 'document'
  const name = `${isScan ? 'SCAN' : 'IMG'}_${taken.slice(0, 19).replaceAll(/\D/gu, '')}_${number}.${isScan ? 'png' : 'jpg'}`
  const about = `${proposal.type} ${name}`
  whole(await beginEvidence(evidence, actor, { id: upload, name, bytes: content.length, digest: null }), about)
  whole(await appendEvidence(evidence, actor, upload, 0, once(content)), about)
  const { file, claims } = whole(await finishEvidence(evidence, actor, upload), about)
  return {
    digest: file.digest,
    caption,
    claims: claims.takenAt === null ? null : { takenAt: claims.takenAt, place: null, device: claims.model },
  }
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content)
}
