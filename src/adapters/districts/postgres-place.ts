import { randomUUID } from 'node:crypto'
import { escapeLiteral, type PoolClient } from 'pg'
import type { Removal } from '../../app/ports/district-house.ts'
import { id, type AssessmentId, type TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import { channelOf, payloadsOf } from '../announcements/announced-places.ts'
import type { Postgres } from '../postgres/open-postgres.ts'
import { guardedPostgres } from '../postgres/postgres-fault.ts'
import { withTransaction } from '../postgres/postgres-sql.ts'
import type { DistrictPlace, DistrictRegister } from './district-place.ts'
import { readPostgresRows, removePostgresRows } from './postgres-rows.ts'
import { compareLines, isTold, toldLine, writeLinesInto, type TakeLines } from './told-rows.ts'

/** A schema, which goes as a whole and last: with the district itself (`postgresRegister`). Nodes may be running on it. */
export function postgresPlace({ pool, place }: Postgres): DistrictPlace {
  const eachTable = (tenantId: TenantId, take: TakeLines) =>
    guardedPostgres(place, async () => {
      await readPostgresRows(pool, tenantId, async (table, rows) => {
        if (isTold(table)) await take(`rows/database/${table}.jsonl`, linesOf(table, rows))
      })
      return null
    })
  return {
    copyOut: (tenantId, draft) => eachTable(tenantId, writeLinesInto(draft)),
    stale: async (tenantId, listed) => {
      const stale: string[] = []
      const told = await eachTable(tenantId, compareLines(listed, stale))
      return told.ok ? accepted(stale) : told
    },
    ready: async (tenantId) => {
      const working = await guardedPostgres(place, async () => {
        const { rows } = await pool.query<{ name: string }>(AT_WORK, [tenantId])
        return rows[0]?.name ?? null
      })
      if (!working.ok) return working
      return working.value === null
        ? accepted(null)
        : refused(
            'district-at-work',
            `节点“${working.value}”还在为这个区办理导入或检测，没有移除；请等它做完（那个节点已经停了的，启动任一节点，它会了结），再运行一次`,
          )
    },
    remove: async () => accepted({}),
  }
}

export function postgresRegister({ pool, place, schema }: Postgres): DistrictRegister {
  const inTransaction = async <Value>(
    removal: Removal,
    work: (client: PoolClient) => Promise<Value>,
  ): Promise<Outcome<Value>> => {
    const done = await guardedPostgres(place, () =>
      withTransaction(pool, 'READ COMMITTED', async (client): Promise<Outcome<Value>> => {
        const { rows } = await client.query<{ state: string }>(STATE, [removal.tenantId])
        return rows[0]?.state === 'suspended'
          ? accepted(await work(client))
          : refused('tenant-active', `“${removal.name}”刚刚恢复了使用，没有移除；请先暂停，再移除`)
      }),
    )
    return done.ok ? done.value : done
  }
  return {
    begin: (removal) =>
      inTransaction(removal, async (client) => {
        const { tenantId, name, by, exportDigest, at } = removal
        await client.query(BEGIN, [tenantId, name, by, exportDigest, at])
        return null
      }),
    finish: (removal, counts) =>
      inTransaction(removal, async (client) => {
        const { tenantId, at } = removal
        const { rows } = await client.query<{ assessment_id: string }>(LEDGERS, [tenantId])
        const gone = Object.entries(await removePostgresRows(client, tenantId))
        const own = Object.fromEntries(gone.map(([table, count]) => [`database/${table}`, count]))
        await client.query(DONE, [at, JSON.stringify({ ...counts, ...own }), tenantId])
        // Nodes that have its ledgers at hand look, find nothing and let go of them.
        const moved = rows.map((row) => ({ tenantId, assessmentId: id<AssessmentId>(row.assessment_id) }))
        for (const payload of payloadsOf(randomUUID(), moved))
          await client.query(`NOTIFY ${channelOf(schema)}, ${escapeLiteral(payload)}`)
        return own
      }),
  }
}

const AT_WORK = `SELECT n.name FROM job j JOIN node n ON n.node_id = j.node_id
  WHERE j.tenant_id = $1 AND j.ended_at IS NULL ORDER BY j.place LIMIT 1`
/** Held to the end: nobody resumes it meanwhile. */
const STATE = 'SELECT state FROM tenant WHERE tenant_id = $1 FOR UPDATE'
const BEGIN = `INSERT INTO removed_tenant (removed_tenant_id, name, removed_by, export_digest, begun_at)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (removed_tenant_id) DO UPDATE SET removed_by = excluded.removed_by, begun_at = excluded.begun_at,
    export_digest = coalesce(excluded.export_digest, removed_tenant.export_digest)`
const LEDGERS = 'SELECT assessment_id FROM headers WHERE tenant_id = $1'
const DONE = 'UPDATE removed_tenant SET removed_at = $1, counts = $2 WHERE removed_tenant_id = $3'

async function* linesOf(table: string, rows: AsyncIterable<Readonly<Record<string, unknown>>>): AsyncIterable<string> {
  for await (const row of rows) yield toldLine(table, row)
}
