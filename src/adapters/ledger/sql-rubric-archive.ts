import type { AdoptedRubric, RubricArchive } from '../../app/ports/rubric-archive.ts'
import { storeRefusal } from '../../app/ports/store-refusals.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { checkRow, rowChecksum } from '../sql/row-checksum.ts'
import { textOf, type SqlRow } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'
import { digestIn } from './ledger-rows.ts'

const ADD = command(
  `INSERT INTO rubrics (tenant_id, rubric_digest, rubric, notice_digest, notice, checksum)
   VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, rubric_digest) DO NOTHING`,
)
const FIND = query('SELECT * FROM rubrics WHERE tenant_id = ? AND rubric_digest = ?', adoptedIn)
const LIST = query('SELECT * FROM rubrics WHERE tenant_id = ? ORDER BY rubric_digest', adoptedIn)

export const RUBRIC_STATEMENTS = [ADD, FIND, LIST]

/** Adopted rubrics beside the ledgers that name them. */
export function sqlRubricArchive({ ask }: Pick<SqlDatabase, 'ask'>): RubricArchive {
  return {
    keep: (tenantId, { rubric, rubricDigest, notice, noticeDigest }) =>
      ask(async (sql) => {
        const row = [tenantId, rubricDigest, canonicalJson(rubric), noticeDigest, notice] as const
        await sql.run(ADD, ...row, rowChecksum(...row))
        return null
      }),
    find: async (tenantId, rubricDigest) => {
      const found = await ask((sql) => sql.get(FIND, tenantId, rubricDigest), `细则“${rubricDigest}”：`)
      if (!found.ok) return found
      return found.value === null ? storeRefusal('rubric-unknown', rubricDigest) : accepted(found.value)
    },
    list: (tenantId) => ask((sql) => sql.all(LIST, tenantId), '细则：'),
  }
}

export function adoptedIn(row: SqlRow): AdoptedRubric {
  const rubricDigest = digestIn(row, 'rubric_digest')
  checkRow(row, ['tenant_id', 'rubric_digest', 'rubric', 'notice_digest', 'notice'], `细则“${rubricDigest}”`)
  const rubric = JSON.parse(textOf(row, 'rubric')) as Rubric
  return { rubric, rubricDigest, notice: textOf(row, 'notice'), noticeDigest: digestIn(row, 'notice_digest') }
}
