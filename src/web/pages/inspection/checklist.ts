import type { CenterId, ClauseId } from '../../../core/kernel/identifiers.ts'
import { checkBreachClause } from '../../../core/ledger/check-clause.ts'
import type { Clause } from '../../../core/rubric/clause.ts'
import type { Criterion, Rubric, Section } from '../../../core/rubric/rubric.ts'
import type { Answered } from '../../client/call.ts'
import type { InspectionRecord } from '../../offline/inspection-record.ts'
import type { Sighting } from '../../offline/round.ts'

export interface ChecklistSection {
  readonly section: Section
  readonly entries: readonly ChecklistEntry[]
}

/** `look` is what the office told inspectors to look at; null where a clause is not on the list. */
export interface ChecklistEntry {
  readonly clause: Clause
  readonly criterion: Criterion
  readonly label: string
  readonly look: string | null
}

type Lines = Answered<'readCoverage'>['lines']

/** Every clause under which a finding can stand, by section in the order of the notice. */
export function chargeable(rubric: Rubric, lines: Lines): readonly ChecklistSection[] {
  const looks = new Map(lines.map((line) => [line.clauseId, lookIn(line)]))
  return rubric.sections
    .map((section) => ({
      section,
      entries: section.criteria.flatMap((criterion) =>
        criterion.clauses
          .filter(({ id }) => checkBreachClause(rubric, id) === null)
          .map((clause) => ({
            clause,
            criterion,
            label: clauseLabel(section, criterion, clause),
            look: looks.get(clause.id) ?? null,
          })),
      ),
    }))
    .filter(({ entries }) => entries.length > 0)
}

/** What inspectors go through at a center: the clauses that inspection feeds. */
export function checklistOf(rubric: Rubric, lines: Lines): readonly ChecklistSection[] {
  return chargeable(rubric, lines)
    .map(({ section, entries }) => ({ section, entries: entries.filter(({ look }) => look !== null) }))
    .filter(({ entries }) => entries.length > 0)
}

/** Clauses of a center that were looked at on the round, with or without something to record. */
export function seenAt(
  centerId: CenterId,
  sightings: readonly Sighting[],
  records: readonly InspectionRecord[],
): ReadonlySet<ClauseId> {
  return new Set([
    ...sightings.filter((one) => one.centerId === centerId).map(({ clauseId }) => clauseId),
    ...records.flatMap((one) => (one.centerId === centerId && one.clause !== null ? [one.clause.clauseId] : [])),
  ])
}

export function countSeen({ entries }: ChecklistSection, seen: ReadonlySet<ClauseId>): number {
  return entries.filter(({ clause }) => seen.has(clause.id)).length
}

/** Null where the rubric has no such clause any more. */
export function entryOf(entries: readonly ChecklistEntry[], clauseId: string | null): ChecklistEntry | null {
  return entries.find(({ clause }) => clause.id === clauseId) ?? null
}

/** As people cite it: 三.5, and 三.4.2 where a criterion holds several clauses. */
function clauseLabel(section: Section, criterion: Criterion, clause: Clause): string {
  const [, place = '', part = ''] = clause.id.split('.')
  const head = bare(section.label) || section.id
  const middle = bare(criterion.label) || place
  return criterion.clauses.length > 1 ? `${head}.${middle}.${part}` : `${head}.${middle}`
}

/** The clause's own words within its criterion: before, quoted, after. */
export function splitAt(text: string, quote: string): readonly [string, string, string] {
  const at = text.indexOf(quote)
  return at < 0 ? ['', quote, ''] : [text.slice(0, at), quote, text.slice(at + quote.length)]
}

function bare(label: string): string {
  return label.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function lookIn({ feeds }: Lines[number]): string | null {
  return feeds.find((feed) => feed.kind === 'inspection')?.look ?? null
}
