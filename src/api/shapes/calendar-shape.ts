import { Type } from '@sinclair/typebox'
import { dateShape, shape } from './plain-shapes.ts'

export const calendarShape = shape({
  version: Type.String({ minLength: 1, maxLength: 50, description: '版本名，如公布放假安排的文号' }),
  from: dateShape,
  to: dateShape,
  restDays: Type.Array(dateShape, { maxItems: 4000, description: '落在平日的休息日' }),
  workDays: Type.Array(dateShape, { maxItems: 4000, description: '调休上班的周末' }),
})
