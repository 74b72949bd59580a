import { DatabaseSync } from '@photostructure/sqlite'
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import type { Migrations } from '../sql/migrations.ts'

/** Whether the file is of the last version, or of a later one. */
export function isLastVersion(file: string, migrations: Migrations): Stored<boolean> {
  const version = fileVersion(file)
  return version.ok ? accepted(version.value >= migrations.length) : version
}

/** How many migrations the file has had: read without opening it as a store, which would bring it to the last version. */
export function fileVersion(file: string): Stored<number> {
  return guarded(file, () => {
    const connection = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
    try {
      const row = connection.prepare('PRAGMA user_version').get() as Readonly<Record<string, unknown>> | undefined
      return Number(row?.['user_version'])
    } finally {
      connection.close()
    }
  })
}
