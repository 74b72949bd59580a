import { Type, type TSchema } from '@sinclair/typebox'
import { DATE_FORMS, type DateForm, type ImportProfile } from '../../core/records/import-profile.ts'
import { orNull } from './acting-shapes.ts'
import { dataSetNameShape, sourceShape } from './record-shapes.ts'
import { lineShape, oneOf, shape } from './plain-shapes.ts'

export const profileIdShape = Type.String({
  pattern: '^[^\\s\\u0000-\\u001f\\u007f-\\u009f/]{1,100}$',
  minLength: 1,
  maxLength: 100,
  description: '导入方案的编号：1 至 100 个字，不含空白和斜线',
})

/** What a source prints over a column, or writes for a code. */
const writtenShape = Type.String({ maxLength: 200, description: '来源的写法，至多 200 个字' })

const mappingShape = shape({
  from: Type.Union([
    shape({ kind: Type.Literal('column'), header: writtenShape }, '取自一列'),
    shape({ kind: Type.Literal('constant'), value: writtenShape }, '每一行都一样'),
  ]),
  values: orNull(named('^[^\\u0000-\\u001f]{0,200}$', writtenShape, 2_000, '来源的写法各是哪个代码或中心')),
  labelColumn: orNull(writtenShape),
  forms: orNull(Type.Array(oneOf(Object.keys(DATE_FORMS) as DateForm[], '日期的写法'), { maxItems: 20 })),
  privacy: oneOf(['keep', 'mask', 'drop'], '个人信息：keep 保留、mask 遮盖、drop 不要'),
})

/** An `ImportProfile` as it stands in JSON. */
export const profileShape = Type.Unsafe<ImportProfile>(
  shape({
    id: profileIdShape,
    title: lineShape,
    dataSet: dataSetNameShape,
    source: sourceShape,
    columns: named('^[a-z][a-z0-9_]{0,59}$', mappingShape, 100, '每个字段取自哪一列'),
    ignored: Type.Array(writtenShape, { maxItems: 500, description: '认识而不导入的列' }),
  }),
)

function named<Value extends TSchema>(pattern: string, value: Value, maxProperties: number, description: string) {
  return Type.Record(Type.String({ pattern }), value, { additionalProperties: false, maxProperties, description })
}
