import type { Person, PersonStore } from '../../app/ports/person-store.ts'
import { transaction, type Database } from '../sqlite/open-database.ts'
import { rowChecksum } from '../sql/row-checksum.ts'
import { guarded, isConstraintError } from '../sqlite/sqlite-fault.ts'
import { prepare } from '../sqlite/statement.ts'
import { personOf, signOnOf, valuesOf } from './person-rows.ts'

export function sqlitePersons(database: Database): PersonStore {
  const links = prepare(
    database,
    'SELECT issuer, subject FROM sign_on_link WHERE tenant_id = ? AND person_id = ? ORDER BY issuer, subject',
    signOnOf,
  )
  const withLinks = (person: Person): Person => ({ ...person, signOns: links.all(person.tenantId, person.personId) })
  const found = (person: Person | null): Person | null => (person === null ? null : withLinks(person))
  const byId = prepare(database, 'SELECT * FROM person WHERE tenant_id = ? AND person_id = ?', personOf)
  const byUsername = prepare(database, 'SELECT * FROM person WHERE tenant_id = ? AND username = ?', personOf)
  const bySignOn = prepare(
    database,
    `SELECT person.* FROM sign_on_link JOIN person USING (tenant_id, person_id)
     WHERE tenant_id = ? AND issuer = ? AND subject = ?`,
    personOf,
  )
  const byEmail = prepare(
    database,
    'SELECT * FROM person WHERE tenant_id = ? AND lower(email) = lower(?) ORDER BY username',
    personOf,
  )
  const page = prepare(
    database,
    'SELECT * FROM person WHERE tenant_id = ? AND username > ? ORDER BY username LIMIT ?',
    personOf,
  )
  const insert = prepare(
    database,
    `INSERT INTO person (username, name, roles, center_id, email, state, password, failures, locked_until, second_factor,
       tenant_id, person_id, revision, checksum)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = prepare(
    database,
    `UPDATE person SET checksum = ?, username = ?, name = ?, roles = ?, center_id = ?, email = ?, state = ?, password = ?, failures = ?,
       locked_until = ?, second_factor = ?, revision = revision + 1
     WHERE tenant_id = ? AND person_id = ? AND revision = ?`,
  )
  const unlink = prepare(database, 'DELETE FROM sign_on_link WHERE tenant_id = ? AND person_id = ?')
  const link = prepare(database, 'INSERT INTO sign_on_link (tenant_id, person_id, issuer, subject) VALUES (?, ?, ?, ?)')
  const relink = ({ tenantId, personId, signOns }: Person): void => {
    unlink.run(tenantId, personId)
    for (const { issuer, subject } of signOns) link.run(tenantId, personId, issuer, subject)
  }
  return {
    person: async (tenantId, personId) => guarded(database.path, () => found(byId.get(tenantId, personId))),
    personByUsername: async (tenantId, username) =>
      guarded(database.path, () => found(byUsername.get(tenantId, username))),
    personBySignOn: async (tenantId, { issuer, subject }) =>
      guarded(database.path, () => found(bySignOn.get(tenantId, issuer, subject))),
    peopleByEmail: async (tenantId, email) => guarded(database.path, () => byEmail.all(tenantId, email).map(withLinks)),
    people: async (tenantId, after, limit) =>
      guarded(database.path, () => page.all(tenantId, after ?? '', limit).map(withLinks)),
    addPerson: async (person) =>
      guarded(database.path, () =>
        unlessTaken(() =>
          transaction(database, () => {
            const values = valuesOf(person)
            insert.run(...values, rowChecksum(...values))
            relink(person)
            return 'added'
          }),
        ),
      ),
    savePerson: async (person) =>
      guarded(database.path, () =>
        unlessTaken(() =>
          transaction(database, () => {
            const sum = rowChecksum(...valuesOf({ ...person, revision: person.revision + 1 }))
            if (update.run(sum, ...valuesOf(person)) === 0) return 'moved'
            relink(person)
            return 'saved'
          }),
        ),
      ),
  }
}

function unlessTaken<Result>(write: () => Result): Result | 'taken' {
  try {
    return write()
  } catch (error) {
    if (isConstraintError(error) && error.message.startsWith('UNIQUE')) return 'taken'
    throw error
  }
}
