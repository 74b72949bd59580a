import { writeSync } from 'node:fs'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { openLedgerFile } from '../../src/adapters/ledger/ledger-file.ts'
import { valued } from '../conformance/valued.ts'
import { batchAfter, east, headerOf, messageOf, nextYear, year } from '../fixtures/ledger-batches.ts'

/**
 * `append-until-killed.ts FILE NAME`: eight writers, four to each of two ledgers, that append until the process is
 * killed. Each writes a line once its append has been acknowledged, and no sooner.
 */
const [path = '', name = ''] = process.argv.slice(2)
const file = openLedgerFile(path, nodeDigester)
if (!file.ok) throw new Error(file.refusal.message)
const { ledgers } = file.value
const streams = [year, nextYear]
for (const assessmentId of streams) await valued(ledgers.create(headerOf(east, assessmentId)))
await Promise.all(Array.from({ length: 8 }, (_, at) => write(at)))

async function write(writer: number): Promise<never> {
  const assessmentId = streams[writer % 2] ?? year
  for (let n = 0; ;) {
    const head = await valued(ledgers.head(east, assessmentId))
    await new Promise((resolve) => setImmediate(resolve))
    const key = `${name}-${writer}-${n}`
    const count = 1 + ((writer + n) % 3)
    const batch = batchAfter(head, key, { count, messages: [messageOf(key)] })
    const { kind } = await valued(ledgers.append(east, assessmentId, batch))
    if (kind !== 'appended') continue
    writeSync(1, `${assessmentId} ${key} ${head.seq + 1} ${head.seq + count}\n`)
    n += 1
  }
}
