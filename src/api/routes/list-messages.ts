import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentIdShape } from '../shapes/id-shapes.ts'
import { nextShape, pageQuery, shape, timestampShape } from '../shapes/plain-shapes.ts'

export const listMessages = contract({
  method: 'GET',
  path: '/api/v1/messages',
  operationId: 'listMessages',
  tag: '消息',
  summary: '给我、我的角色和我的中心的消息，最近的在前',
  access: 'message.read',
  query: shape(pageQuery),
  answer: shape({
    messages: Type.Array(
      shape({
        messageId: Type.String(),
        assessmentId: assessmentIdShape,
        subject: Type.String(),
        text: Type.String(),
        link: Type.String(),
        laidDownAt: timestampShape,
      }),
    ),
    next: nextShape,
  }),
})
