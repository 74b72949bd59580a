import { unreachable } from '../../core/kernel/unreachable.ts'
import type { JobResult } from '../ports/job-store.ts'

/** What came of a job and what to do now, for whoever asked for it. */
export function endedWords(result: JobResult): string {
  switch (result.state) {
    case 'imported': {
      const { rows, added, corrected, unchanged } = result.report
      return `导入了 ${rows} 行：新增 ${added} 条，更正 ${corrected} 条，原样已有 ${unchanged} 条`
    }
    case 'faulty':
      return `共 ${result.rows} 行，有错的 ${result.faulty} 行，一行也没有导入；请下载错误文件，改正后直接导入它`
    case 'ran': {
      const { detections } = result.report
      const count = (of: 'raised' | 'amended' | 'withdrawn' | 'flagged') =>
        detections.reduce((sum, detection) => sum + detection[of], 0)
      const troubled = detections.filter(({ message }) => message !== null).length
      const trouble = troubled === 0 ? '' : `；有 ${troubled} 项没有做成，请看各项的说明`
      return `运行了 ${detections.length} 项检测：新登记疑点 ${count('raised')} 个，更改 ${count('amended')} 个，撤回 ${count('withdrawn')} 个，标出已决定而记录有变的 ${count('flagged')} 个${trouble}`
    }
    case 'refused':
      return result.message
    case 'cancelled':
      return '已停止；没有导入任何一行，已登记的疑点保留。需要时请重新办理'
    case 'interrupted':
      return '服务在办理时停止了，没有导入任何一行，已登记的疑点保留；请重新办理一次，重复办理不会重复登记'
    default:
      return unreachable(result)
  }
}
