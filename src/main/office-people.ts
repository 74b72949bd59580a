import { systemClock } from '../adapters/clock/system-clock.ts'
import { openPeople } from '../adapters/data/open-people.ts'
import { argon2Passwords } from '../adapters/passwords/argon2-passwords.ts'
import { nodeSecrets } from '../adapters/secrets/node-secrets.ts'
import type { PeopleDoor } from '../app/ports/people-door.ts'
import type { Stored } from '../app/ports/store-fault.ts'
import { accepted } from '../core/kernel/outcome.ts'
import { readConfiguration } from './configuration.ts'
import { openOfficeServer } from './open-office-server.ts'
import { readText } from './read-text.ts'
import { opening } from './stores.ts'

/** The people of an office: on its database server where the configuration names one, else in its data folder. */
export async function officePeople(
  dataFolder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Stored<PeopleDoor>> {
  const read = readConfiguration({ ...environment, MINGHENG_DATA_FOLDER: dataFolder }, readText)
  if (!read.ok || read.value.databaseUrl === '') return openPeople(dataFolder)
  const open = opening()
  const office = await openOfficeServer(read.value, systemClock, open)
  if (!office.ok) {
    await open.close()
    return office
  }
  const { people, accessLog } = office.value
  return accepted({ people, accessLog, hasher: argon2Passwords(), secrets: nodeSecrets, close: open.close })
}
