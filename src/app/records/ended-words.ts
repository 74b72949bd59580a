import { unreachable } from '../../core/kernel/unreachable.ts'
import type { JobKind, JobResult } from '../ports/job-store.ts'

/** What came of a job and what to do now, for whoever asked for it. */
export function endedWords(result: JobResult, kind: JobKind): string {
  switch (result.state) {
    case 'imported': {
      const { rows, added, corrected, unchanged, leftOut } = result.report
      const left = leftOut === 0 ? '' : `；错误文件里删去的 ${leftOut} 行没有导入`
      return `导入了 ${rows} 行：新增 ${added} 条，更正 ${corrected} 条，原样已有 ${unchanged} 条${left}`
    }
    case 'faulty':
      return `共 ${result.rows} 行，有错的 ${result.faulty} 行，一行也没有导入；请下载错误文件，改正后直接导入它`
    case 'ran': {
      const { detections } = result.report
      const count = (of: 'raised' | 'amended' | 'withdrawn' | 'flagged') =>
        detections.reduce((sum, detection) => sum + detection[of], 0)
      const failed = detections.filter(({ hasRun }) => !hasRun).length
      const same = detections.filter(({ isKept }) => isKept === true).length
      const kept = same === 0 ? '' : `（其中 ${same} 项的记录没有变，沿用上次的结果）`
      const trouble = failed === 0 ? '' : `；有 ${failed} 项没有做成，请看各项的说明`
      return `运行了 ${detections.length - failed} 项检测${kept}：新登记疑点 ${count('raised')} 个，更改 ${count('amended')} 个，撤回 ${count('withdrawn')} 个，标记已决定而记录有变的 ${count('flagged')} 个${trouble}`
    }
    case 'refused':
      return result.message
    case 'cancelled':
      return kind === 'import'
        ? '已停止，没有导入任何一行；需要时请重新导入'
        : '已停止，没有登记任何疑点；需要时请重新运行'
    case 'interrupted':
      return kind === 'import'
        ? '服务在导入时停止了，没有导入任何一行；请重新导入一次'
        : '服务在检测时停止了；请重新运行一次，已登记的疑点不会重复登记'
    default:
      return unreachable(result)
  }
}
