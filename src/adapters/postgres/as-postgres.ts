import { sqlOf, type Migrations } from '../sql/migrations.ts'

/**
 * The same tables for PostgreSQL: a schema is written once, for SQLite's STRICT tables, and holds the same rows in both. Texts
 * are ordered by their bytes, as there. Triggers that refuse (`BEGIN SELECT RAISE(ABORT, …); END`) become functions; one that refuses
 * every deletion refuses to empty the table too, which is another thing to PostgreSQL. What a comment keeps for PostgreSQL only is
 * no comment there.
 */
export function asPostgres(migrations: Migrations): readonly string[] {
  return migrations.map((migration) => {
    const sql = sqlOf(migration)
    const texts: string[] = []
    const kept = (text: string): string => `'${texts.push(text) - 1}'`
    const translated = sql
      .replaceAll('-- PostgreSQL only: ', '')
      .replaceAll(AGE, "CAST($1 AS timestamptz) > now() - interval '$2 days'")
      .replaceAll(TRIGGER, (_all, name: string, what: string, table: string, when: string | undefined, said: string) =>
        refusal({ name, what, table, when: when ?? 'true', said }),
      )
      .replaceAll(/'[^']*'/g, kept)
      .replaceAll(/\bTEXT\b/g, 'text COLLATE "C"')
      .replaceAll(/\bINTEGER\b/g, 'bigint')
      .replaceAll(/\bBLOB\b/g, 'bytea')
      .replaceAll(/\)\s*STRICT(?:, WITHOUT ROWID)?;/g, ');')
      .replaceAll(/'(\d+)'/g, (_all, at: string) => texts[Number(at)] ?? '')
    const left = /\b(?:STRICT|ROWID|RAISE\(|julianday|AUTOINCREMENT|PRAGMA)/.exec(translated)
    if (left !== null) throw new Error(`PostgreSQL does not know ${left[0]}: ${sql}`)
    return translated
  })
}

const TRIGGER =
  /CREATE TRIGGER (\w+) BEFORE (UPDATE|DELETE|INSERT) ON (\w+)\s+(?:WHEN\s+([\s\S]*?)\s+)?BEGIN SELECT RAISE\(ABORT, ('[^']*')\); END;/g

const AGE = /julianday\((OLD\.\w+)\) IS NULL OR julianday\(\1\) > julianday\('now'\) - (\d+)/g

interface Refusing {
  readonly name: string
  readonly what: string
  readonly table: string
  readonly when: string
  readonly said: string
}

function refusal({ name, what, table, when, said }: Refusing): string {
  return `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $refusal$
    BEGIN
      IF ${when} THEN RAISE EXCEPTION ${said}; END IF;
      RETURN ${what === 'DELETE' ? 'OLD' : 'NEW'};
    END $refusal$;
  CREATE TRIGGER ${name} BEFORE ${what} ON ${table} FOR EACH ROW EXECUTE PROCEDURE ${name}();
  ${what === 'DELETE' && when === 'true' ? emptying(name, table) : ''}`
}

function emptying(name: string, table: string): string {
  return `CREATE TRIGGER ${name}_whole BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE PROCEDURE ${name}();`
}
