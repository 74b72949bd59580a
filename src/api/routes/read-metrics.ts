import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'

export const readMetrics = contract({
  method: 'GET',
  path: '/metrics',
  operationId: 'readMetrics',
  tag: '运行',
  summary: 'Prometheus 指标；未另行配置时只答本机',
  access: 'public',
  mediaType: 'text/plain; version=0.0.4; charset=utf-8',
  answer: Type.String(),
})
