/**
 * The one catalogue of what the server answers when it does not do what was asked: every refusal code of every room with
 * its HTTP status. A use case that refuses with a code that is not here does not pass the types. The sentence comes with
 * the refusal, from the catalogue of the room that refused.
 */
import type { ProblemBody } from '../api/problem-schema.ts'
import type { Blocker, LedgerEvent } from '../core/ledger/ledger-event.ts'
import type { Refusal } from '../core/kernel/outcome.ts'
import {
  ACTING_STATUSES,
  CORRECTION_STATUSES,
  DESIGN_STATUSES,
  STORE_REFUSAL_STATUSES,
} from './problems/acting-statuses.ts'
import { DOCUMENT_STATUSES } from './problems/document-statuses.ts'
import { HTTP_STATUSES } from './problems/http-refusals.ts'
import { LEDGER_STATUSES } from './problems/ledger-statuses.ts'
import { NOTICE_STATUSES } from './problems/notice-statuses.ts'
import { PEOPLE_STATUSES } from './problems/people-statuses.ts'
import { DESK_STATUSES, RECORD_STATUSES } from './problems/record-statuses.ts'
import { EVIDENCE_STATUSES, STORE_STATUSES } from './problems/store-statuses.ts'
import { SUPPOSITION_STATUSES } from './problems/supposition-statuses.ts'

export const PROBLEM_STATUSES = {
  ...LEDGER_STATUSES,
  ...ACTING_STATUSES,
  ...CORRECTION_STATUSES,
  ...DESIGN_STATUSES,
  ...STORE_REFUSAL_STATUSES,
  ...PEOPLE_STATUSES,
  ...EVIDENCE_STATUSES,
  ...STORE_STATUSES,
  ...RECORD_STATUSES,
  ...DESK_STATUSES,
  ...DOCUMENT_STATUSES,
  ...NOTICE_STATUSES,
  ...SUPPOSITION_STATUSES,
  ...HTTP_STATUSES,
} as const

export type ProblemCode = keyof typeof PROBLEM_STATUSES
export type ProblemStatus = (typeof PROBLEM_STATUSES)[ProblemCode]

/** A refusal with what helps the client to go on: which fields, what changed, from where to resume. */
export interface Problem extends Refusal<ProblemCode> {
  readonly errors?: NonNullable<ProblemBody['errors']>
  readonly changes?: readonly Pick<LedgerEvent, 'seq' | 'type' | 'by' | 'recordedAt'>[]
  readonly blockers?: readonly Blocker[]
  readonly offset?: number
  readonly kind?: string
  readonly allow?: readonly string[]
  /** After how many seconds to try again. */
  readonly retryAfter?: number
}

const TITLES: Readonly<Record<ProblemStatus, string>> = {
  400: '请求有误',
  401: '需要登录',
  403: '不准办理',
  404: '没有找到',
  405: '方法不对',
  408: '请求超时',
  409: '与现状冲突',
  413: '内容太大',
  415: '类型不对',
  416: '范围不对',
  422: '内容不成立',
  428: '缺少前提',
  429: '太过频繁',
  431: '请求头太大',
  500: '内部错误',
  503: '暂时不能办理',
  507: '存储空间或配额不足',
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8'

export function statusOf(code: ProblemCode): ProblemStatus {
  return PROBLEM_STATUSES[code]
}

export function problemBody(problem: Problem, requestId: string): ProblemBody {
  const status = statusOf(problem.code)
  return {
    type: `urn:mingheng:problem:${problem.code}`,
    title: TITLES[status],
    status,
    detail: problem.message,
    instance: `urn:mingheng:request:${requestId}`,
    code: problem.code,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
    ...(problem.changes === undefined ? {} : { changes: problem.changes.map(changeOf) }),
    ...(problem.blockers === undefined ? {} : { blockers: [...problem.blockers] }),
    ...(problem.offset === undefined ? {} : { offset: problem.offset }),
    ...(problem.kind === undefined ? {} : { kind: problem.kind }),
    ...(problem.allow === undefined ? {} : { allow: [...problem.allow] }),
  }
}

/** That something changed and who did it; what it says is read where it may be read. */
function changeOf({ seq, type, by, recordedAt }: NonNullable<Problem['changes']>[number]) {
  return { seq, type, by, recordedAt }
}
