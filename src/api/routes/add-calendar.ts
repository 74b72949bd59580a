import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { calendarShape } from '../shapes/calendar-shape.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const addCalendar = contract({
  method: 'POST',
  path: '/api/v1/calendars',
  operationId: 'addCalendar',
  tag: '日历',
  summary: '存入一版工作日历；存入后不能改动',
  access: 'calendar.manage',
  repeat: 'kept',
  bodyLimit: 256 * 1024,
  body: calendarShape,
  status: 201,
  answer: shape({ isNew: Type.Boolean() }),
  refusals: ['calendar-wrong', 'calendar-differs'],
})
