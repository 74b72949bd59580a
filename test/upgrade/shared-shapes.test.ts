import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ACCESS_COLUMNS } from '../../src/adapters/access-log/sql-access-log.ts'
import { PERSON_COLUMNS } from '../../src/adapters/people/person-rows.ts'
import { storedColumns } from '../../src/adapters/records/stored-columns.ts'
import { ENVELOPE_FIELDS, FACT_FIELDS } from '../../src/core/ledger/event-fields.ts'
import { DATA_SETS, editionOf } from '../../src/core/records/data-sets.ts'

/** What nodes of the version before know of what they share beside tables. */
const KNOWN = JSON.parse(readFileSync(new URL('shared-shapes.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>

const THEN =
  'Then write it into test/upgrade/shared-shapes.json. See "升级，不停" in docs/guide/operations.md and docs/adr/0028.'

test.each<[what: string, shapes: object, advice: string]>([
  [
    'events',
    {
      every: Object.keys(ENVELOPE_FIELDS),
      ...Object.fromEntries(Object.entries(FACT_FIELDS).map(([type, fields]) => [type, Object.keys(fields).join(' ')])),
    },
    `While a new version is rolled out, nodes of the version before refuse every assessment in which an event has a type or a field that
they do not know (ledger-newer). Release a version that reads it first and let the one after it write it; or say in the guide that this upgrade
leaves such assessments to the new nodes. A field that is taken away is missed by them in the same way.`,
  ],
  [
    'checksums',
    { person: PERSON_COLUMNS.join(' '), access: ACCESS_COLUMNS.join(' ') },
    `A checksum over other columns is wrong to nodes of the version before, and theirs to new nodes: each would call the other's rows damaged
and keep people out. Leave a new column out of the checksum, or give it one of its own.`,
  ],
  [
    'records',
    Object.fromEntries(
      DATA_SETS.flatMap((set) =>
        Array.from({ length: editionOf(set) }, (_, before) => {
          const columns = storedColumns(set, before + 1).map(({ name, type }) => `${name} ${type}`)
          return [before === 0 ? set.name : `${set.name} ${before + 1}`, columns.join(', ')] as const
        }),
      ),
    ),
    `Tables on shards and files that were written before have no such column. Give the field the next edition of its set (since): then shards
get it, records of before are empty in it, also where it is required, and nodes of the version before, which name their columns, do not notice.
What an edition has is never changed or taken away: only lines of new editions are written below.`,
  ],
])('%s are as nodes of the version before know them', (what, shapes, advice) => {
  expect(JSON.parse(JSON.stringify(shapes)), `${advice}\n${THEN}`).toEqual(KNOWN[what])
})
