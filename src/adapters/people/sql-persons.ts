import type { Person, PersonStore, SignOnLink } from '../../app/ports/person-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { rowChecksum } from '../sql/row-checksum.ts'
import { integerOf, integerOrNull, textOf, textOrNull } from '../sql/row.ts'
import { command, query, type Sql, type SqlDatabase } from '../sql/sql-database.ts'
import { linkedPersonOf, personsOf, signOnOf, valuesOf } from './person-rows.ts'

/** A row for each sign-on, or one without: a person is read whole by one statement. */
const LINKS = `LEFT JOIN sign_on_link link ON link.tenant_id = person.tenant_id AND link.person_id = person.person_id`
const COLUMNS = 'person.*, link.issuer, link.subject'

const BY_ID = query(
  `SELECT ${COLUMNS} FROM person ${LINKS} WHERE person.tenant_id = ? AND person.person_id = ? ORDER BY link.issuer, link.subject`,
  linkedPersonOf,
)
const BY_USERNAME = query(
  `SELECT ${COLUMNS} FROM person ${LINKS} WHERE person.tenant_id = ? AND person.username = ? ORDER BY link.issuer, link.subject`,
  linkedPersonOf,
)
const BY_SIGN_ON = query(
  `SELECT ${COLUMNS} FROM sign_on_link came
   JOIN person ON person.tenant_id = came.tenant_id AND person.person_id = came.person_id ${LINKS}
   WHERE came.tenant_id = ? AND came.issuer = ? AND came.subject = ? ORDER BY link.issuer, link.subject`,
  linkedPersonOf,
)
const BY_EMAIL = query(
  `SELECT ${COLUMNS} FROM person ${LINKS} WHERE person.tenant_id = ? AND lower(person.email) = ?
   ORDER BY person.username, link.issuer, link.subject`,
  linkedPersonOf,
)
const PAGE = query(
  `SELECT ${COLUMNS}
   FROM (SELECT * FROM person WHERE tenant_id = ? AND username > ? ORDER BY username LIMIT ?) person ${LINKS}
   ORDER BY person.username, link.issuer, link.subject`,
  linkedPersonOf,
)
const STANDING = query(
  `SELECT person.state, link.issuer, link.subject FROM person ${LINKS} WHERE person.tenant_id = ? AND person.person_id = ?`,
  (row) => ({
    isDisabled: textOf(row, 'state') === 'disabled',
    link: textOrNull(row, 'issuer') === null ? null : linkText(signOnOf(row)),
  }),
)
const NAMESAKE = query(
  'SELECT revision FROM person WHERE tenant_id = ? AND username = ? AND person_id <> ?',
  () => true,
)
const LINKED = query(
  'SELECT person_id FROM sign_on_link WHERE tenant_id = ? AND issuer = ? AND subject = ? AND person_id <> ?',
  () => true,
)
const QUOTA = query('SELECT quota_people FROM tenant WHERE tenant_id = ?', (row) => integerOrNull(row, 'quota_people'))
const COUNT_ACTIVE = query(`SELECT count(*) AS active FROM person WHERE tenant_id = ? AND state = 'active'`, (row) =>
  integerOf(row, 'active'),
)
const INSERT = command(
  `INSERT INTO person (username, name, roles, center_id, email, state, password, failures, locked_until, second_factor,
     tenant_id, person_id, revision, checksum)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
   ON CONFLICT DO NOTHING`,
)
const UPDATE = command(
  `UPDATE person SET checksum = ?, username = ?, name = ?, roles = ?, center_id = ?, email = ?, state = ?, password = ?,
     failures = ?, locked_until = ?, second_factor = ?, revision = revision + 1
   WHERE tenant_id = ? AND person_id = ? AND revision = ?`,
)
const UNLINK = command('DELETE FROM sign_on_link WHERE tenant_id = ? AND person_id = ?')
const LINK = command('INSERT INTO sign_on_link (tenant_id, person_id, issuer, subject) VALUES (?, ?, ?, ?)')

export function sqlPersons(database: SqlDatabase): PersonStore {
  return {
    person: async (tenantId, personId) =>
      database.ask(async (sql) => firstOf(personsOf(await sql.all(BY_ID, tenantId, personId)))),
    personByUsername: async (tenantId, username) =>
      database.ask(async (sql) => firstOf(personsOf(await sql.all(BY_USERNAME, tenantId, username)))),
    personBySignOn: async (tenantId, { issuer, subject }) =>
      database.ask(async (sql) => firstOf(personsOf(await sql.all(BY_SIGN_ON, tenantId, issuer, subject)))),
    peopleByEmail: async (tenantId, email) =>
      database.ask(async (sql) => personsOf(await sql.all(BY_EMAIL, tenantId, asciiLower(email)))),
    people: async (tenantId, after, limit) =>
      database.ask(async (sql) => personsOf(await sql.all(PAGE, tenantId, after ?? '', limit))),
    addPerson: async (person) =>
      database.change(async (sql) => {
        if (await isTaken(sql, person)) return 'taken'
        if (person.state === 'active' && (await isFull(sql, person.tenantId))) return 'full'
        if (!(await insert(sql, person))) return 'taken'
        if (person.signOns.length > 0) await relink(sql, person)
        return 'added'
      }),
    countActive: async (tenantId) => database.ask(async (sql) => (await sql.get(COUNT_ACTIVE, tenantId)) ?? 0),
    savePerson: async (person) => {
      const saved = await database.ask((sql) => saveWithSameLinks(database, sql, person))
      if (!saved.ok) return saved
      if (saved.value !== null) return accepted(saved.value)
      return database.change(async (sql) => {
        if (await isTaken(sql, person)) return 'taken'
        const standing = await sql.all(STANDING, person.tenantId, person.personId)
        if (isRestored(person, standing) && (await isFull(sql, person.tenantId))) return 'full'
        if (!(await update(sql, person))) return 'moved'
        await relink(sql, person)
        return 'saved'
      })
    },
  }
}

type PersonSaved = 'saved' | 'moved' | 'taken'

interface Standing {
  readonly isDisabled: boolean
  readonly link: string | null
}

/**
 * Most changes leave the sign-ons alone, restore nobody and are one statement, so that people who sign in at once, on many nodes,
 * are not in each other's way; null for the others. Whoever changes any of it raises the revision too, so what was read before it
 * holds.
 */
async function saveWithSameLinks(database: SqlDatabase, sql: Sql, person: Person): Promise<PersonSaved | null> {
  const { tenantId, personId, username, signOns } = person
  const standing = await sql.all(STANDING, tenantId, personId)
  const kept = standing.flatMap(({ link }) => link ?? [])
  if (isRestored(person, standing)) return null
  if (kept.length !== signOns.length || !signOns.every((link) => kept.includes(linkText(link)))) return null
  try {
    return (await update(sql, person)) ? 'saved' : 'moved'
  } catch (error) {
    if (database.isConstraintError(error) && (await sql.get(NAMESAKE, tenantId, username, personId))) return 'taken'
    throw error
  }
}

/** Whether a disabled account becomes active, which takes room. */
function isRestored({ state }: Person, standing: readonly Standing[]): boolean {
  return state === 'active' && standing.some(({ isDisabled }) => isDisabled)
}

/** Within a transaction, so that several who are added at once do not share the last place. */
async function isFull(sql: Sql, tenantId: TenantId): Promise<boolean> {
  const most = await sql.get(QUOTA, tenantId)
  return most !== null && ((await sql.get(COUNT_ACTIVE, tenantId)) ?? 0) >= most
}

async function insert(sql: Sql, person: Person): Promise<boolean> {
  const values = valuesOf(person)
  return (await sql.run(INSERT, ...values, rowChecksum(...values))) === 1
}

async function update(sql: Sql, person: Person): Promise<boolean> {
  const sum = rowChecksum(...valuesOf({ ...person, revision: person.revision + 1 }))
  return (await sql.run(UPDATE, sum, ...valuesOf(person))) === 1
}

/** Asked before anything is written: after a broken rule PostgreSQL answers nothing more in the transaction. */
async function isTaken(sql: Sql, { tenantId, personId, username, signOns }: Person): Promise<boolean> {
  if ((await sql.get(NAMESAKE, tenantId, username, personId)) !== null) return true
  for (const { issuer, subject } of signOns)
    if ((await sql.get(LINKED, tenantId, issuer, subject, personId)) !== null) return true
  return false
}

async function relink(sql: Sql, { tenantId, personId, signOns }: Person): Promise<void> {
  await sql.run(UNLINK, tenantId, personId)
  for (const { issuer, subject } of signOns) await sql.run(LINK, tenantId, personId, issuer, subject)
}

function firstOf(people: readonly Person[]): Person | null {
  return people[0] ?? null
}

/** As the databases lower an address: only the letters of ASCII, whatever their locale. */
function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function linkText({ issuer, subject }: SignOnLink): string {
  return JSON.stringify([issuer, subject])
}
