import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { calendarShape } from '../shapes/calendar-shape.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const listCalendars = contract({
  method: 'GET',
  path: '/api/v1/calendars',
  operationId: 'listCalendars',
  tag: '日历',
  summary: '本区的工作日历',
  access: 'assessment.read',
  answer: shape({ calendars: Type.Array(calendarShape) }),
})
