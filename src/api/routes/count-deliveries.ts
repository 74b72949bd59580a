import { contract } from '../contract.ts'
import { countShape, shape } from '../shapes/plain-shapes.ts'

export const countDeliveries = contract({
  method: 'GET',
  path: '/api/v1/deliveries/counts',
  operationId: 'countDeliveries',
  tag: '消息',
  summary: '邮件和事件通知：等待、发送中、已发出、已放弃各多少',
  access: 'delivery.read',
  answer: shape({ waiting: countShape, sending: countShape, sent: countShape, givenUp: countShape }),
})
