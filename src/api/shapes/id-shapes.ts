import { Type, type TUnsafe } from '@sinclair/typebox'
import type {
  AppealId,
  AssessmentId,
  BonusId,
  CenterId,
  ClauseId,
  CriterionId,
  EventKey,
  FindingId,
  InspectionId,
  PersonId,
  QuestionId,
  RubricId,
  TenantId,
} from '../../core/kernel/identifiers.ts'
import type { Digest } from '../../core/ledger/chain.ts'

/** The texts that `parseId` takes. */
export const assessmentIdShape = idShape<AssessmentId>('考核编号')
export const centerIdShape = idShape<CenterId>('中心编号')
export const findingIdShape = idShape<FindingId>('问题编号')
export const bonusIdShape = idShape<BonusId>('加分申报编号')
export const appealIdShape = idShape<AppealId>('申诉编号')
export const inspectionIdShape = idShape<InspectionId>('检查编号')
export const clauseIdShape = idShape<ClauseId>('款号')
export const criterionIdShape = idShape<CriterionId>('项目编号')
export const questionIdShape = idShape<QuestionId>('待定问题编号')
export const rubricIdShape = idShape<RubricId>('细则编号')
export const eventKeyShape = idShape<EventKey>('事件编号')
export const personIdShape = idShape<PersonId>('人员编号')
export const tenantIdShape = idShape<TenantId>('区编号')

export const digestShape = Type.Unsafe<Digest>(
  Type.String({ pattern: '^[0-9a-f]{64}$', minLength: 64, maxLength: 64, description: '64 位十六进制摘要（小写）' }),
)

function idShape<Id extends string>(what: string): TUnsafe<Id> {
  return Type.Unsafe<Id>(
    Type.String({
      pattern: '^[^\\s\\u0000-\\u001f\\u007f-\\u009f]{1,200}$',
      minLength: 1,
      maxLength: 200,
      description: `${what}（1 至 200 个字符，不含空白）`,
    }),
  )
}
