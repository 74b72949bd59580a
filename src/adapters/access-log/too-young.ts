import { KEPT_DAYS } from '../../app/ports/access-log.ts'
import { refused } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'

export function tooYoung(before: Timestamp) {
  return refused(
    'access-log-too-young',
    `访问日志至少保存 ${KEPT_DAYS} 天，不能清理到 ${before}；没有清理任何记录，请改为更早的时间`,
  )
}
