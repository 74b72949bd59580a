import { setImmediate } from 'node:timers/promises'
import type { Digester } from '../../app/ports/digester.ts'
import type { AdoptedRubric } from '../../app/ports/rubric-archive.ts'
import type { StoreDamage, StorePart, StoreReport } from '../../app/ports/store-check.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { Digest, DigestAlgorithm } from '../../core/ledger/chain.ts'
import { corruption } from '../sql/corruption.ts'
import type { SqlRow } from '../sql/row.ts'
import type { CheckedRows } from './checked-rows.ts'
import { deliveryIn } from './delivery-rows.ts'
import { keyIn } from './ledger-rows.ts'
import { messageIn } from './message-rows.ts'
import { adoptedIn } from './sql-rubric-archive.ts'

interface Tables {
  readonly sound: Pick<StoreReport['sound'], 'rubrics' | 'messages'>
  readonly damages: readonly StoreDamage[]
}

/** Every row that no chain covers, by its checksum; rubrics and notices by their digests. */
export async function checkTables(rows: CheckedRows, digester: Digester): Promise<Tables> {
  const damages: StoreDamage[] = []
  const check = async (table: string, part: StorePart, read: (row: SqlRow) => unknown): Promise<number> => {
    const checked = await checkTable(rows, table, part, read)
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
async function checkTable(rows: CheckedRows, table: string, part: StorePart, read: (row: SqlRow) => unknown) {
  const damages: StoreDamage[] = []
  let [sound, walked] = [0, 0]
  for await (const row of rows.each(table)) {
    const checked = row.ok ? rows.read(() => read(row.value)) : row
    if (checked.ok) sound += 1
    else damages.push({ part, tenantId: null, assessmentId: null, seq: null, message: checked.refusal.message })
    if (damages.length === MOST) break
    if ((walked += 1) % PAUSE === 0) await setImmediate()
  }
  return { sound, damages }
}

/** The digests were made by the algorithm of the installation of the time, which the row does not name. */
function checkRubric({ rubric, rubricDigest, notice, noticeDigest }: AdoptedRubric, digester: Digester): void {
  const isOf = (text: string, digest: Digest): boolean => ALGORITHMS.some((one) => digester(one)(text) === digest)
  if (!isOf(canonicalJson(rubric), rubricDigest)) throw corruption(`细则“${rubricDigest}”的内容与其摘要不符`)
  if (!isOf(notice, noticeDigest)) throw corruption(`细则“${rubricDigest}”的通知与其摘要不符`)
}

const ALGORITHMS: readonly DigestAlgorithm[] = ['sha256', 'sm3']
