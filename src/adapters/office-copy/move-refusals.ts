import { refused, type Refusal } from '../../core/kernel/outcome.ts'

/** Why an office is not moved, for the person who asked for it. */
const MOVE_REFUSALS = {
  'move-in-use': (place: string) => `“${place}”正由明衡服务使用，没有搬任何内容；请先停止所有使用它的服务，再重新执行`,
  'move-source-moving': (place: string, from: string) =>
    `“${place}”本身是一次没有完成的搬迁的目标（从“${from}”），不是一套完整的数据；请从“${from}”重新搬`,
  'move-source-older': (place: string) =>
    `“${place}”由较早的版本写成，或还不完整。搬迁只读来源，不替它升级；请用本版程序启动一次服务，停止后再搬`,
  'move-target-filled': (place: string, table: string, rows: number) =>
    `“${place}”里已有内容（表 ${table} 有 ${rows} 行），没有搬任何内容；请换一个空的目标，或先把那里的数据库移走并保留`,
} as const

export function moveRefusal<Code extends keyof typeof MOVE_REFUSALS>(
  code: Code,
  ...facts: Parameters<(typeof MOVE_REFUSALS)[Code]>
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  const say = MOVE_REFUSALS[code] as (...facts: readonly (string | number)[]) => string
  return refused(code, say(...facts))
}
