import type { Pace } from '../../app/ports/job-store.ts'
import { fileSize } from '../text/file-size.ts'
import { grouped } from './grouped.ts'

const STEPS: Readonly<Record<string, string>> = {
  beginning: '准备',
  decoding: '转换编码',
  reading: '读取',
  checking: '核对',
  comparing: '与现有的比对',
  writing: '写入',
  recording: '记入台账',
  detecting: '检测',
}

/** `核对 1,200,000 / 3,000,000 行（40%），每秒 410,000 行，约还需 5 秒`; a step that has no name of its own goes by the one given. */
export function progressWords({ step, done, total, unit, perSecond, remainingSeconds }: Pace): string {
  const amount = (count: number) => (unit === 'bytes' ? fileSize(count) : grouped(count))
  const word = unit === 'bytes' ? '' : unit === 'rows' ? ' 行' : ' 项'
  const share = total === null || total === 0 ? '' : `（${Math.floor((done * 100) / total)}%）`
  const far = total === null ? `${amount(done)}${word}` : `${amount(done)} / ${amount(total)}${word}${share}`
  const rate = perSecond === null || perSecond === 0 ? '' : `，每秒 ${amount(perSecond)}${word}`
  const left = remainingSeconds === null ? '' : `，约还需 ${durationWords(remainingSeconds)}`
  return `${STEPS[step] ?? step} ${far}${rate}${left}`
}

function durationWords(seconds: number): string {
  if (seconds < 60) return `${seconds} 秒`
  return seconds < 3_600 ? `${Math.ceil(seconds / 60)} 分钟` : `${(seconds / 3_600).toFixed(1)} 小时`
}
