import { id, type CenterId, type ClauseId, type FindingId, type PersonId } from '../../src/core/kernel/identifiers.ts'
import type { Finding } from '../../src/core/ledger/assessment-state.ts'
import { allClauses } from '../../src/core/rubric/find-clause.ts'
import type { FindingListFacts } from '../../src/app/documents/finding-list.ts'
import { benchRubric } from './bench-rubric.ts'
import { dayAt, KNOWN_BY } from './bench-days.ts'

const CENTERS = 220

/** So many findings to list. The list holds them without copies of their words, so that memory is the writer's. */
export async function manyFindings(count: number): Promise<FindingListFacts> {
  const { rubric } = await benchRubric()
  const clauses = allClauses(rubric)
  const centers = new Map(
    Array.from({ length: CENTERS }, (_, at) => [id<CenterId>(`center-${at}`), `第${at + 1}社区事务受理服务中心`]),
  )
  const kinds = Array.from({ length: 997 }, (_, at) => finding(at, clauses[at % clauses.length]?.id))
  return {
    rubric,
    madeOn: KNOWN_BY,
    ledger: { seq: count, head: '0'.repeat(64) },
    filter: NO_FILTER,
    byStanding: {
      suspected: 0,
      reported: 0,
      notified: 0,
      substantiated: count,
      dismissed: 0,
      reversed: 0,
      withdrawn: 0,
    },
    centers,
    findings: Array.from({ length: count }, (_, at) => kinds[at % kinds.length]).filter((one) => one !== undefined),
    effectOf: ({ because }) => -50 - ((because[0] ?? 0) % 4) * 25,
    reasonOf: ({ decision }) => Promise.resolve(decision?.reason ?? ''),
    pictureOf: () => Promise.resolve(null),
  }
}

const NO_FILTER = {
  centerId: null,
  standings: [],
  clauseId: null,
  source: null,
  text: null,
  occurredFrom: null,
  occurredTo: null,
  isMine: false,
}

function finding(at: number, clauseId = id<ClauseId>('1.1.1')): Finding {
  const occurredOn = dayAt(at % 365)
  const occurrences = 1 + (at % 3)
  return {
    findingId: id<FindingId>(`finding-${at}`),
    centerId: id<CenterId>(`center-${at % CENTERS}`),
    clauseId,
    occurrences,
    occurredOn,
    eventKey: null,
    measured: null,
    level: null,
    unmet: null,
    description: `第${at}次现场检查时，${1 + (at % 12)}号窗口无人值守，群众等候${5 + (at % 40)}分钟，未设替岗。`,
    source: 'inspection',
    reportedBy: id<PersonId>('inspector-1'),
    detection: null,
    records: [],
    basis: null,
    flags: [],
    standing: 'substantiated',
    reply: 'accepted',
    replyBy: null,
    decision: {
      clauseId,
      occurrences,
      occurredOn,
      points: null,
      reason: '照片与排班表一致，经核实属实。',
      by: id('assessor-1'),
    },
    dismissedBy: null,
    deciders: [],
    appealBy: null,
    appeal: null,
    rectification: 'none',
    evidence: [],
    because: [at + 1, at + 2, at + 3],
  }
}
