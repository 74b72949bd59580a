import { join } from 'node:path'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { readConfiguration } from '../../src/main/configuration.ts'
import { openStores } from '../../src/main/open-stores.ts'
import { serverPartsOf } from '../../src/main/server-parts-of.ts'
import type { ServerParts } from '../../src/server/server-parts.ts'
import { kept } from '../fixtures/acting-office.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { foundDistrict, USERNAMES, type Username } from './found-district.ts'
import { keepToken } from './server-fixture.ts'

/** A data folder at rest, as a server left it. */
export interface FoundedFolder {
  /** The working directory of the server; its data are in `data`. */
  readonly root: string
  readonly data: string
  /** What each person's program shows. */
  readonly tokens: Readonly<Record<Username, string>>
}

export const tenantId = id<TenantId>('d1')

/** With the district `d1`, somebody for every duty, and whatever `lay` lays down. */
export async function foundFolder(
  root: string,
  lay: (parts: ServerParts) => Promise<void>,
  environment: Readonly<Record<string, string>> = {},
): Promise<FoundedFolder> {
  const data = join(root, 'data')
  const read = readConfiguration({ ...environment, MINGHENG_DATA: data }, () => null)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const stores = kept(await openStores(read.value))
  const parts = serverPartsOf(read.value, stores, (error) => {
    throw error
  })
  await foundDistrict(parts, tenantId, 'Quiet-River-42')
  await lay(parts)
  const tokens: Record<string, string> = {}
  for (const username of USERNAMES) {
    const person = valueOf(await stores.people.personByUsername(tenantId, username))
    if (person) tokens[username] = await keepToken(parts.people, person)
  }
  await stores.close()
  return { root, data, tokens: tokens as Record<Username, string> }
}
