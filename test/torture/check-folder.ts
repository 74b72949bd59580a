import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { folderEvidence } from '../../src/adapters/evidence/folder-evidence.ts'
import { openLedgerFile } from '../../src/adapters/ledger/ledger-file.ts'
import { eventIn } from '../../src/core/ledger/read-chain.ts'
import { ROLES } from '../../src/app/people/role.ts'
import { USUAL_EVIDENCE_LIMITS } from '../../src/app/ports/evidence-kind.ts'
import type { Audience } from '../../src/app/ports/outbox.ts'
import type { LedgerHeader } from '../../src/core/ledger/chain.ts'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { runHere } from '../cli/run-here.ts'
import { kept } from '../fixtures/acting-office.ts'
import { east, west } from '../server/found-district.ts'
import { laidMessages } from './laid-messages.ts'
import { tenantId } from '../server/founded-folder.ts'
import type { PreparedFolder } from './prepared-folder.ts'
import type { Notebook } from './writer.ts'

export interface FolderCounts {
  readonly acts: number
  readonly events: number
  readonly messages: number
  readonly files: number
}

/**
 * A folder at rest holds what was acknowledged and nothing else: every act whole and once, its messages once, every file whole;
 * `mingheng check` finds nothing, and an export of each assessment verifies.
 */
export async function checkFolder({ root, data }: PreparedFolder, { acts, files }: Notebook): Promise<FolderCounts> {
  const checked = await runHere(['check', '--data', data])
  expect(checked, checked.output + checked.error).toMatchObject({ code: 0, error: '' })
  const copy = join(root, 'copy')
  cpSync(data, copy, { recursive: true })
  const file = kept(openLedgerFile(join(copy, 'ledger.sqlite'), nodeDigester))
  const headers = kept(await file.ledgers.headers(tenantId))
  let [events, messages] = [0, 0]
  const expected: unknown[] = []
  for (const header of headers) {
    const ledger = kept(await file.ledgers.read(tenantId, header.assessmentId, 0, 1e9)).map(({ seq, body }) => {
      const event = eventIn(body, seq)
      if (!event.ok) throw new Error(`${header.assessmentId}: ${event.refusal.message}`)
      return event.value
    })
    const own = acts.filter(({ assessmentId }) => assessmentId === header.assessmentId)
    const opening = ledger.slice(0, ledger.length - own.reduce((sum, act) => sum + act.events.length, 0))
    const inOrder = [opening, ...own.map((act) => act.events).toSorted(bySeq)]
    expect(inOrder.flat()).toEqual(ledger)
    expect(opening.map(({ type }) => type)).toEqual(OPENING)
    const laid = laidMessages(header, inOrder, nodeDigester(header.algorithm))
    expected.push(...laid)
    events += ledger.length
    messages += laid.length
    await exportVerifies(root, data, header)
  }
  const placed = kept(await file.outbox.messages(tenantId, EVERYBODY, null, 1e9))
  const found = placed.map(({ place: _place, ...message }) => message)
  expect(found.toSorted(byId)).toEqual((expected as typeof found).toSorted(byId))
  file.close()
  const evidence = folderEvidence(join(copy, 'evidence'), USUAL_EVIDENCE_LIMITS)
  const sealed = kept(await evidence.list(tenantId, null, 1e6))
  for (const { digest } of files) expect((await evidence.verify(tenantId, digest as never)).ok).toBe(true)
  expect(new Set(sealed.map(({ digest }) => String(digest)))).toEqual(new Set(files.map(({ digest }) => digest)))
  return { acts: acts.length, events, messages, files: files.length }
}

const OPENING = ['AssessmentOpened', 'TermsSet', 'CenterEnrolled', 'CenterEnrolled']

const EVERYBODY: readonly Audience[] = [
  ...ROLES.map((role): Audience => ({ kind: 'role', role })),
  ...[east, west].map((centerId): Audience => ({ kind: 'center', centerId })),
]

async function exportVerifies(root: string, data: string, { assessmentId }: LedgerHeader): Promise<void> {
  const out = join(root, `${assessmentId}.bundle.jsonl`)
  const exported = await runHere(['export', assessmentId, '--data', data, '--out', out, '--with-evidence'])
  expect(exported, exported.error).toMatchObject({ code: 0, error: '' })
  const files = existsSync(`${out}.evidence`) ? ['--evidence', `${out}.evidence`] : []
  const verified = await runHere(['verify', out, ...files])
  expect(verified, verified.output + verified.error).toMatchObject({ code: 0, error: '' })
}

function bySeq([one]: readonly LedgerEvent[], [other]: readonly LedgerEvent[]): number {
  return (one?.seq ?? 0) - (other?.seq ?? 0)
}

function byId(one: { readonly messageId: string }, other: { readonly messageId: string }): number {
  return one.messageId < other.messageId ? -1 : one.messageId > other.messageId ? 1 : 0
}
