import type { ServerParts } from '../../src/server/server-parts.ts'

/** What only reads; any other method of a store counts as a write, also one that is added later. */
const READS = new Set(
  [
    'person personByUsername personBySignOn peopleByEmail people session tenants tenant quotas countActive unchargedFailures'.split(
      ' ',
    ),
    'apiToken apiTokens calendar calendars calendarVersions headers head read recall messages unplanned dueTenants counts totals find list standings standing'.split(
      ' ',
    ),
    'status stat open verify'.split(' '),
    'look distinct preview imports errors versions record holdings query profiles detections declared locate job jobs unfinishedTenants'.split(
      ' ',
    ),
  ].flat(),
)

/** What a refused request may leave behind: that it was there. */
const TRACES = new Set(['accessLog.append', 'people.touchSession', 'people.touchApiToken'])

/** Every write that reaches a store from now on, as `ledgers.append` or `ledgers.append in d1`, until it is taken out. */
export function watchWrites(parts: ServerParts): { readonly take: () => readonly string[] } {
  let written: string[] = []
  const stores: Readonly<Record<string, object>> = {
    people: parts.people.people,
    accessLog: parts.people.accessLog,
    ledgers: parts.office.ledgers,
    outbox: parts.office.outbox,
    rubrics: parts.office.rubrics,
    evidence: parts.evidence.evidence,
    answers: parts.answers,
    records: parts.records.records,
    profiles: parts.records.profiles,
    detections: parts.records.detections,
    recordUploads: parts.records.uploads,
    jobs: parts.records.jobs,
  }
  for (const [store, port] of Object.entries(stores)) {
    for (const [method, call] of Object.entries(port)) {
      const name = `${store}.${method}`
      if (typeof call !== 'function' || READS.has(method) || TRACES.has(name)) continue
      const noted = (...values: unknown[]): unknown => {
        written.push(JSON.stringify(values).includes('"d1"') ? `${name} in d1` : name)
        return (call as (...values: unknown[]) => unknown)(...values)
      }
      Object.assign(port, { [method]: noted })
    }
  }
  return {
    take: () => {
      const taken = written
      written = []
      return taken
    },
  }
}
