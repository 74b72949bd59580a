import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { randomFrom } from '../../src/core/kernel/random.ts'
import { checkFolder } from './check-folder.ts'
import { ledgerOf } from './ledger-of.ts'
import { patientClient, type PatientClient } from './patient-client.ts'
import { ASSESSMENTS, prepareFolder, type PreparedFolder } from './prepared-folder.ts'
import { restartedServer } from './restarted-server.ts'
import { write, type Notebook, type Writer } from './writer.ts'

const root = mkdtempSync(join(tmpdir(), 'mingheng-torture-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const kills = process.env['TORTURE'] ? 200 : 3
const seed = Number(process.env['SEED'] ?? 1)
const WRITERS = 8

/** So many are acknowledged for each kill, or nothing was tried. */
const ACTS_EACH = 2

test(
  `a server killed ${kills} times under ${WRITERS} writers: all that was acknowledged is there once, and no half (SEED=${seed})`,
  { timeout: 7_200_000 },
  async () => {
    const folder = await prepareFolder(root)
    const random = randomFrom(seed)
    const server = restartedServer(root)
    const ask = patientClient(server)
    const notebook: Notebook = { acts: [], files: [] }
    let isOver = false
    await server.start()
    const writers = Array.from({ length: WRITERS }, (_, at): Writer => ({
      name: `writer-${at}`,
      assessmentId: ASSESSMENTS[at % ASSESSMENTS.length] ?? writerless(),
      center: at % 4 < 2 ? 'east' : 'west',
      random: randomFrom(seed * 100 + at),
      isOver: () => isOver,
    }))
    const written = Promise.all(writers.map((writer) => write(writer, ask, folder, notebook)))
    // A writer that fails ends the test at once, not after all kills.
    await Promise.race([written, killAgainAndAgain()])
    isOver = true
    await written
    await readBack(folder, ask, notebook)
    expect(await server.stop()).toBe(0)
    const counts = await checkFolder(folder, notebook)
    const repeated = notebook.acts.filter(({ wasRepeated }) => wasRepeated).length
    if (process.env['TORTURE']) process.stdout.write(`SEED=${seed} ${JSON.stringify({ kills, ...counts, repeated })}\n`)
    expect(counts.acts).toBeGreaterThan(kills * ACTS_EACH)

    async function killAgainAndAgain(): Promise<void> {
      for (let killed = 0; killed < kills; killed += 1) {
        await setTimeout(random.below(700))
        // On a slow machine a kill waits until there is something to lose; on another one it comes when it comes.
        while (notebook.acts.length <= ACTS_EACH * (killed + 2)) await setTimeout(20)
        await server.kill()
        // Killed again while it starts: what a start does to the files must itself be safe.
        if (killed + 1 < kills && random.chance(20)) {
          await server.startAndKill(random.below(2_500))
          killed += 1
        }
        await server.start()
      }
    }
  },
)

function writerless(): never {
  throw new Error('no assessment to write to')
}

/** As people find it: the ledgers in pages, every file whole. */
async function readBack(folder: PreparedFolder, ask: PatientClient, { acts, files }: Notebook): Promise<void> {
  const { tokens } = folder
  for (const assessmentId of ASSESSMENTS) {
    const events = await ledgerOf(assessmentId, folder, ask)
    const told = acts.filter((act) => act.assessmentId === assessmentId).flatMap((act) => act.events)
    expect(told.toSorted((one, other) => one.seq - other.seq)).toEqual(events.slice(OPENING_EVENTS))
  }
  const shown = new Map(
    acts.flatMap(({ assessmentId, events }) =>
      events.flatMap((event) =>
        event.type === 'FindingReported' ? event.evidence.map(({ digest }) => [digest, assessmentId] as const) : [],
      ),
    ),
  )
  for (const { digest } of files) {
    const assessmentId = shown.get(digest)
    if (assessmentId === undefined) continue
    const path = `/api/v1/assessments/${assessmentId}/evidence/${digest}`
    const { status, body } = await ask({ method: 'GET', path, token: tokens.assessor })
    expect(status).toBe(200)
    expect(createHash('sha256').update(body).digest('hex')).toBe(digest)
  }
}

/** Opened, its terms, two centers. */
const OPENING_EVENTS = 4
