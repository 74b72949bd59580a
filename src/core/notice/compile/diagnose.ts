import type { Rubric } from '../../rubric/rubric.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { NoticeLayout } from '../layout/notice-layout.ts'

/** What a person should look at after compiling: nothing found, a criterion without a price, figures left unread. */
export function diagnose(rubric: Rubric, layout: NoticeLayout, source: string): Diagnostic[] {
  const whole = { start: 0, end: Math.min(source.length, 200) }
  const criteria = rubric.sections.flatMap((section) => section.criteria)
  const clauses = criteria.flatMap((criterion) => criterion.clauses)
  if (layout.sections.length === 0)
    return [
      {
        code: 'no-section',
        severity: 'error',
        message: '没有找到考核内容的表格或分条；请确认文件就是考核评分细则，并保留它的表格或编号',
        span: whole,
      },
    ]
  if (clauses.length === 0)
    return [
      {
        code: 'no-clause',
        severity: 'error',
        message: '读到了条目，但没有一条写明扣分、加分或得分；请确认“评分标准”一列没有丢失',
        span: whole,
      },
    ]
  return [
    ...criteria
      .filter((criterion) => criterion.clauses.length === 0)
      .map((criterion): Diagnostic => ({
        code: 'criterion-without-price',
        severity: 'note',
        message: `${criterion.id} 没有写明分数的规则；若应当有，请核对原文`,
        span: criterion.span,
      })),
    ...rubric.remarks
      .filter((remark) => remark.kind === 'unread')
      .map((remark): Diagnostic => ({
        code: 'figure-unread',
        severity: 'warning',
        message: '这里有分数，但没有读成规则；请核对，必要时改写成“每……扣N分”的句式',
        span: remark.span,
      })),
    ...rubric.remarks
      .filter((remark) => remark.kind === 'general-rule')
      .map((remark): Diagnostic => ({
        code: 'rule-outside',
        severity: 'warning',
        message: '这条规则写在表外，动分但尚不参与计算；若要计分，请写进相应的考核项目',
        span: remark.span,
      })),
    ...clauses.flatMap((clause): Diagnostic[] =>
      clause.standing.kind === 'recorded'
        ? [
            {
              code: 'clause-not-scored',
              severity: 'warning',
              message: `${clause.id} 已读出，但目前不参与计算：${clause.standing.because}`,
              span: clause.span,
            },
          ]
        : [],
    ),
  ]
}
