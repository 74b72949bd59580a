import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PeopleDoor } from '../../app/ports/people-door.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { openSqliteAccessLog } from '../access-log/sql-access-log.ts'
import { systemClock } from '../clock/system-clock.ts'
import { argon2Passwords } from '../passwords/argon2-passwords.ts'
import { openSqlitePeople } from '../people/sql-people.ts'
import { nodeSecrets } from '../secrets/node-secrets.ts'
import { ACCESS_FILE, PEOPLE_FILE } from './data-layout.ts'

/** The people of a data folder that is there; a server may be running on it. */
export async function openPeople(path: string): Promise<Stored<PeopleDoor>> {
  for (const name of [PEOPLE_FILE, ACCESS_FILE])
    if (!existsSync(join(path, name))) return storeFault('store-unreachable', join(path, name), '没有这个文件')
  const people = openSqlitePeople(join(path, PEOPLE_FILE))
  if (!people.ok) return people
  const accessLog = openSqliteAccessLog(join(path, ACCESS_FILE), systemClock)
  if (!accessLog.ok) {
    await people.value.close()
    return accessLog
  }
  return accepted({
    people: people.value,
    accessLog: accessLog.value,
    hasher: argon2Passwords(),
    secrets: nodeSecrets,
    close: async () => {
      await accessLog.value.close()
      await people.value.close()
    },
  })
}
