import { addAnalyzeCertainty } from './analyze-certainty.ts'
import { addAnalyzeEvenness } from './analyze-evenness.ts'
import { addAnalyzeNextYear } from './analyze-next-year.ts'
import { addAnalyzeSampling } from './analyze-sampling.ts'
import { addAnalyzeWhatIf } from './analyze-what-if.ts'
import type { CommandFrame } from './command-frame.ts'

/** Every question that can be asked of a year, one file each in `analyze/`. */
const TOPICS: readonly CommandFrame[] = [
  addAnalyzeWhatIf,
  addAnalyzeCertainty,
  addAnalyzeEvenness,
  addAnalyzeSampling,
  addAnalyzeNextYear,
]

export const addAnalyze: CommandFrame = (program, ports, finish) => {
  const analyze = program
    .command('analyze')
    .description('分析：设想、把握、尺度、抽查、来年 · what if, how sure, how even, whom to inspect, next year')
  for (const add of TOPICS) add(analyze, ports, finish)
}
