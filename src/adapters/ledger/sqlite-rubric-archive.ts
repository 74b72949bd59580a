import type { AdoptedRubric, RubricArchive } from '../../app/ports/rubric-archive.ts'
import { storeRefusal } from '../../app/ports/store-refusals.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { Database } from '../sqlite/open-database.ts'
import { checkRow, rowChecksum } from '../sql/row-checksum.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { textOf, type SqlRow } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'
import { digestIn } from './ledger-rows.ts'

export function sqliteRubricArchive(database: Database): RubricArchive {
  const { path } = database
  const add = prepare(
    database,
    `INSERT INTO rubrics (tenant_id, rubric_digest, rubric, notice_digest, notice, checksum)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, rubric_digest) DO NOTHING`,
  )
  const find = prepare(database, `SELECT * FROM rubrics WHERE tenant_id = ? AND rubric_digest = ?`, adoptedIn)
  const list = prepare(database, `SELECT * FROM rubrics WHERE tenant_id = ? ORDER BY rubric_digest`, adoptedIn)
  return {
    keep: async (tenantId, { rubric, rubricDigest, notice, noticeDigest }) =>
      guarded(path, () => {
        const row = [tenantId, rubricDigest, canonicalJson(rubric), noticeDigest, notice] as const
        add.run(...row, rowChecksum(...row))
        return null
      }),
    find: async (tenantId, rubricDigest) => {
      const found = guarded(path, () => find.get(tenantId, rubricDigest), `细则“${rubricDigest}”：`)
      if (!found.ok) return found
      return found.value === null ? storeRefusal('rubric-unknown', rubricDigest) : accepted(found.value)
    },
    list: async (tenantId) => guarded(path, () => list.all(tenantId), '细则：'),
  }
}

export function adoptedIn(row: SqlRow): AdoptedRubric {
  const rubricDigest = digestIn(row, 'rubric_digest')
  checkRow(row, ['tenant_id', 'rubric_digest', 'rubric', 'notice_digest', 'notice'], `细则“${rubricDigest}”`)
  const rubric = JSON.parse(textOf(row, 'rubric')) as Rubric
  return { rubric, rubricDigest, notice: textOf(row, 'notice'), noticeDigest: digestIn(row, 'notice_digest') }
}
