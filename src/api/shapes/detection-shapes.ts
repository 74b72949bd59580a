import { Type } from '@sinclair/typebox'
import { orNull } from './acting-shapes.ts'
import { clauseIdShape, personIdShape, questionIdShape, rubricIdShape } from './id-shapes.ts'
import { shape, timestampShape } from './plain-shapes.ts'

export const rubricParams = shape({ rubricId: rubricIdShape })

export const detectionNameShape = Type.String({
  pattern: '^[a-z][a-z0-9-]{0,59}$',
  minLength: 1,
  maxLength: 60,
  description: '检测的名称：小写英文字母、数字和连字符，以字母开头',
})

const parameterShape = shape({
  name: Type.String(),
  value: Type.Number(),
  unit: Type.String(),
  because: Type.String({ description: '口径：这个数从哪里来' }),
  question: orNull(
    shape({ questionId: questionIdShape, byReading: Type.Record(Type.String(), Type.Number()) }, '取决于哪个待定问题'),
  ),
})

/** `clauseId` and what follows are null where this version of the program no longer reads the file. */
export const detectionShape = shape({
  name: Type.String(),
  by: personIdShape,
  at: timestampShape,
  text: Type.String(),
  read: orNull(
    shape({
      clauseId: clauseIdShape,
      title: Type.String(),
      shows: Type.String(),
      dataSets: Type.Array(Type.String()),
      shape: Type.String({ description: 'rows 逐条、measures 比率' }),
      parameters: Type.Array(parameterShape),
    }),
  ),
})
