import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import type { Clock } from '../ports/clock.ts'
import type { CarriedMonth, RecordMove, RecordMoveOutlook } from '../ports/record-move.ts'

export interface MovingRecords {
  readonly clock: Clock
  readonly asHeld: boolean
  readonly signal: AbortSignal
  readonly say: (what: string) => void
  /** Hears what there is to be moved before anything is. */
  readonly foretell: (outlook: RecordMoveOutlook) => void
}

export interface RecordMoveReport {
  readonly from: string
  readonly to: string
  /** What this run brought and proved; what an earlier one brought is in `placedBefore`, counted again. */
  readonly months: readonly CarriedMonth[]
  readonly placedBefore: number
  /** It was all there before: nothing was done but removing what was left behind. */
  readonly wasOver: boolean
}

/**
 * Brings all records of an office to other shards, or from or to its folder, proves month by month that they are the same there,
 * and then lets everybody read them there, at once. Where it breaks off, everything is as it was; begun again, it goes on.
 */
export async function moveRecords(move: RecordMove, moving: MovingRecords): Promise<Outcome<RecordMoveReport>> {
  const { clock, asHeld, signal, say, foretell } = moving
  const outlook = await move.look()
  if (!outlook.ok) return outlook
  const { records, placed, isOver } = outlook.value
  const months: CarriedMonth[] = []
  if (!isOver) foretell(outlook.value)
  const tell = (brought: number) => say(`搬业务记录，已 ${placed + brought} 条，共 ${records} 条`)
  for (let isThere = isOver; !isThere;) {
    const before = months.reduce((sum, month) => sum + month.records, 0)
    const carried = await move.carry({ at: clock.now(), asHeld, signal, tell: (more) => tell(before + more) })
    if (!carried.ok) return signal.aborted ? refused('records-move-stopped', STOPPED) : carried
    months.push(...carried.value)
    say('切换')
    const switched = await move.switchOver(clock.now())
    if (!switched.ok) return switched
    isThere = switched.value
  }
  const forgotten = await move.forget((districts) => say(`清理原来的地方，已 ${districts} 个区`))
  if (!forgotten.ok) return forgotten
  return accepted({ from: move.from, to: move.to, months, placedBefore: placed, wasOver: isOver })
}

const STOPPED = '已停下：业务记录仍在原处，照旧使用；已经放好的留着，再运行同一条命令就接着搬'
