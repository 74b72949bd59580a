import type { Pool } from 'pg'

/** Where the office that is being moved into the schema comes from, as long as it is not whole; null in every other schema. */
export async function movingIntoSchema(pool: Pool): Promise<string | null> {
  const { rows: made } = await pool.query<{ name: string | null }>(`SELECT to_regclass('office_move')::text AS name`)
  if (made[0]?.name == null) return null
  const { rows } = await pool.query<{ place: string }>('SELECT place FROM office_move')
  return rows[0]?.place ?? null
}

export async function markSchemaMoving(pool: Pool, from: string): Promise<void> {
  await pool.query('CREATE TABLE IF NOT EXISTS office_move (place text NOT NULL)')
  await pool.query('INSERT INTO office_move (place) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM office_move)', [from])
  await pool.query('UPDATE office_move SET place = $1', [from])
}

export async function markSchemaMoved(pool: Pool): Promise<void> {
  await pool.query('DROP TABLE IF EXISTS office_move')
}

/** Everything but the mark: what a move that broke off had made, and nobody has used. Its rows refuse to be deleted; tables go as a whole. */
export async function clearSchema(pool: Pool): Promise<void> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'office_move'`,
  )
  if (tables.length > 0) await pool.query(`DROP TABLE ${tables.map(({ name }) => `"${name}"`).join(', ')} CASCADE`)
  const { rows: functions } = await pool.query<{ name: string }>(
    `SELECT proname AS name FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
     WHERE nspname = current_schema() AND prorettype = 'trigger'::regtype`,
  )
  for (const { name } of functions) await pool.query(`DROP FUNCTION "${name}"() CASCADE`)
}
