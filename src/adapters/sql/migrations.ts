/**
 * How the tables of a store came to be, one step after another: the step at index `n` takes a database of version `n` to
 * version `n + 1`. Those released are never edited.
 */
export type Migrations = readonly Migration[]

/**
 * A text only adds (`migrations-add.test.ts` holds it to that), so that programs of the version before go on beside it and can be
 * started again. What takes away says from which version on programs can do without: `worksFrom` is the number of steps that they know.
 */
export type Migration = string | { readonly sql: string; readonly worksFrom: number }

export function sqlOf(migration: Migration): string {
  return typeof migration === 'string' ? migration : migration.sql
}

/** Of programs that know so many steps or more, each works with what all of these have made. */
export function worksFrom(migrations: Migrations): number {
  return Math.max(1, ...migrations.map((migration) => (typeof migration === 'string' ? 1 : migration.worksFrom)))
}
