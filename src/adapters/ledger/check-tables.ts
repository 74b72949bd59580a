import { setImmediate } from 'node:timers/promises'
import type { Digester } from '../../app/ports/digester.ts'
import type { AdoptedRubric } from '../../app/ports/rubric-archive.ts'
import type { StoreDamage, StorePart, StoreReport } from '../../app/ports/store-check.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { Digest, DigestAlgorithm } from '../../core/ledger/chain.ts'
import type { Database } from '../sqlite/open-database.ts'
import { corruption } from '../sql/corruption.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import type { SqlRow } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'
import { deliveryIn } from './delivery-rows.ts'
import { keyIn } from './ledger-rows.ts'
import { messageIn } from './message-rows.ts'
import { adoptedIn } from './sql-rubric-archive.ts'

interface Tables {
  readonly sound: Pick<StoreReport['sound'], 'rubrics' | 'messages'>
  readonly damages: readonly StoreDamage[]
}

/** Every row that no chain covers, by its checksum; rubrics and notices by their digests. */
export async function checkTables(database: Database, digester: Digester): Promise<Tables> {
  const damages: StoreDamage[] = []
  const check = async (table: string, part: StorePart, read: (row: SqlRow) => unknown): Promise<number> => {
    const checked = await checkTable(database, table, part, read)
    damages.push(...checked.damages)
    return checked.sound
  }
  await check('keys', 'key', keyIn)
  const rubrics = await check('rubrics', 'rubric', (row) => checkRubric(adoptedIn(row), digester))
  const messages = await check('messages', 'message', messageIn)
  await check('deliveries', 'delivery', deliveryIn)
  return { sound: { rubrics, messages }, damages }
}

const MOST = 20
const PAUSE = 2_000

/** The first damages of a table; where rows cannot even be walked, what keeps from it. */
async function checkTable(database: Database, table: string, part: StorePart, read: (row: SqlRow) => unknown) {
  const damages: StoreDamage[] = []
  let sound = 0
  const rows = prepare(database, `SELECT * FROM ${table}`, (row) => row).each()
  for (let at = 1; damages.length < MOST; at += 1) {
    const next = guarded(database.path, () => rows.next())
    if (next.ok && next.value.done === true) break
    const row = next.ok ? next.value.value : null
    const checked = next.ok && row ? guarded(database.path, () => read(row)) : next
    if (checked.ok) sound += 1
    else damages.push({ part, tenantId: null, assessmentId: null, seq: null, message: checked.refusal.message })
    if (!next.ok) break
    if (at % PAUSE === 0) await setImmediate()
  }
  rows.return()
  return { sound, damages }
}

/** The digests were made by the algorithm of the installation of the time, which the row does not name. */
function checkRubric({ rubric, rubricDigest, notice, noticeDigest }: AdoptedRubric, digester: Digester): void {
  const isOf = (text: string, digest: Digest): boolean => ALGORITHMS.some((one) => digester(one)(text) === digest)
  if (!isOf(canonicalJson(rubric), rubricDigest)) throw corruption(`细则“${rubricDigest}”的内容与其摘要不符`)
  if (!isOf(notice, noticeDigest)) throw corruption(`细则“${rubricDigest}”的通知与其摘要不符`)
}

const ALGORITHMS: readonly DigestAlgorithm[] = ['sha256', 'sm3']
