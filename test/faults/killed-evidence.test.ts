import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { folderEvidence } from '../../src/adapters/evidence/folder-evidence.ts'
import { randomFrom } from '../../src/core/kernel/random.ts'
import { USUAL_EVIDENCE_LIMITS } from '../../src/app/ports/evidence-kind.ts'
import type { EvidenceStore } from '../../src/app/ports/evidence-store.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import type { Digest } from '../../src/core/ledger/chain.ts'
import { pieces, sha256, uploadId } from '../conformance/evidence-samples.ts'
import { evidenceContent } from './evidence-content.ts'

const KILLS = process.env['TORTURE'] === undefined ? 5 : 200
const tenant = id<TenantId>('east')
const root = await mkdtemp(join(tmpdir(), 'mingheng-killed-'))

afterAll(() => rm(root, { recursive: true, force: true }))

/** The most that the writers were told of each upload before they died. */
interface Promised {
  offset: number
  digest: string | null
}

test(
  `${KILLS} kills under eight uploads at once lose nothing that was acknowledged and leave nothing half`,
  { timeout: KILLS * 10_000 },
  async () => {
    const promised = new Map<number, Promised>()
    const random = randomFrom(20_211_025)
    for (let kill = 0; kill < KILLS; kill++) {
      const unfinished = [...promised].filter(([, { digest }]) => digest === null).map(([n]) => n)
      const from = Math.min(...unfinished, promised.size === 0 ? 0 : Math.max(...promised.keys()) + 1)
      await runUntilKilled(from, 1 + random.below(150), promised)
      // A store opened anew, as after a restart.
      await checkPromises(folderEvidence(root, USUAL_EVIDENCE_LIMITS), promised)
    }
    expect(promised.size).toBeGreaterThan(KILLS)
    await finishAll(folderEvidence(root, USUAL_EVIDENCE_LIMITS), promised)
  },
)

/** Kills the writers after that many promises, wherever they are by then. */
async function runUntilKilled(from: number, promises: number, promised: Map<number, Promised>): Promise<void> {
  const script = join(import.meta.dirname, 'evidence-writer.ts')
  const writer = spawn(process.execPath, ['--import', 'tsx', script, root, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const died = new Promise<NodeJS.Signals | null>((resolve) => writer.on('close', (_code, signal) => resolve(signal)))
  let heard = 0
  for await (const line of createInterface({ input: writer.stdout })) {
    const { n, offset, digest } = JSON.parse(line) as { n: number; offset?: number; digest?: string }
    const known = promised.get(n) ?? { offset: 0, digest: null }
    promised.set(n, { offset: Math.max(known.offset, offset ?? 0), digest: digest ?? known.digest })
    if (++heard === promises) writer.kill('SIGKILL')
  }
  expect(await died).toBe('SIGKILL')
}

async function checkPromises(store: EvidenceStore, promised: ReadonlyMap<number, Promised>): Promise<void> {
  const sealed = new Set<string>()
  for (const [n, { offset, digest }] of promised) {
    const status = await store.status(tenant, uploadId(`upload-${n}`))
    expect(status.ok && status.value.offset).toBeGreaterThanOrEqual(offset)
    if (digest === null) continue
    expect(digest).toBe(digestOf(n))
    sealed.add(digest)
  }
  for (const digest of await verifiedFiles(store)) sealed.delete(digest)
  expect([...sealed]).toEqual([])
}

const digests = new Map<number, Digest>()

function digestOf(n: number): Digest {
  const digest = digests.get(n) ?? sha256(evidenceContent(n))
  digests.set(n, digest)
  return digest
}

/** Everything that can be seen, each whole. */
async function verifiedFiles(store: EvidenceStore): Promise<Digest[]> {
  const files = await store.list(tenant, null, 100_000)
  if (!files.ok) throw new Error(files.refusal.code)
  for (const { digest } of files.value) expect(await store.verify(tenant, digest)).toMatchObject({ ok: true })
  return files.value.map(({ digest }) => digest)
}

/** Every upload can still be brought to its end; then nothing but sealed files remains. */
async function finishAll(store: EvidenceStore, promised: ReadonlyMap<number, Promised>): Promise<void> {
  for (const n of promised.keys()) {
    const upload = uploadId(`upload-${n}`)
    const status = await store.status(tenant, upload)
    if (!status.ok) throw new Error(status.refusal.code)
    const { offset } = status.value
    await store.append(tenant, upload, offset, pieces(evidenceContent(n).subarray(offset)))
    expect(await store.finish(tenant, upload)).toMatchObject({
      ok: true,
      value: { digest: digestOf(n) },
    })
  }
  await store.sweep(tenant, timestamp('2030-01-01T00:00:00+08:00'))
  const expected = new Set([...promised.keys()].map((n) => digestOf(n)))
  const found = await verifiedFiles(store)
  expect(new Set(found.filter((digest) => expected.has(digest)))).toEqual(expected)
}
