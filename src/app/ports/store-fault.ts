import { refused, type Outcome, type Refusal } from '../../core/kernel/outcome.ts'

/**
 * What can befall any store: the disk is full, the folder cannot be written, what is read is not what was written, another
 * process holds it, it cannot be opened at all, or a newer version of the program made it. Adapters answer these as
 * refusals whose message says where and what to do.
 */
export const STORE_FAULTS = {
  'store-full': (path: string) => `“${path}”所在的磁盘已满，没有存入任何内容；请腾出空间后再试`,
  'store-read-only': (path: string) => `“${path}”只读，没有存入任何内容；请检查该文件及其文件夹的写权限`,
  'store-corrupted': (path: string, detail: string) =>
    `“${path}”已损坏（${detail}）；请停止写入，从最近的备份恢复，并保留损坏的文件备查`,
  'store-busy': (path: string) =>
    `“${path}”正被占用，没有存入任何内容；请稍后再试，一直如此时请检查是否有另一个程序在使用它`,
  'store-unreachable': (path: string, detail: string) =>
    `打不开“${path}”（${detail}）；请检查文件夹是否存在、磁盘是否正常`,
  'store-newer': (path: string, found: number, known: number) =>
    `“${path}”由更新的版本写成（结构第 ${found} 版，本程序只认识到第 ${known} 版），没有打开；请换用新版程序`,
  'ledger-newer': (ledger: string, detail: string) =>
    `${ledger}里有本程序不认识的内容（${detail}）。摘要相符，没有损坏，不要恢复备份；请把这个节点换成新版程序，正在升级时由新版的节点办理`,
  'store-moving': (path: string, from: string) =>
    `“${path}”是一次还没有完成的搬迁的目标（从“${from}”），不是一套完整的数据，没有打开；请等它完成，中断了的请重新执行 mingheng move`,
  'store-unfit': (path: string) => `内容里有“${path}”存不了的字符（U+0000），没有存入任何内容；请去掉这个字符后再试`,
} as const

/** The same where the store is a database server, by the same codes: there people look at another place. */
export const DATABASE_FAULTS = {
  'store-full': (place: string) => `数据库“${place}”所在的磁盘已满，没有存入任何内容；请腾出空间后再试`,
  'store-read-only': (place: string) =>
    `数据库“${place}”此刻只读（可能正在切换主备），没有存入任何内容；请检查连接的是不是主库`,
  'store-corrupted': (place: string, detail: string) =>
    `数据库“${place}”中的数据已损坏（${detail}）；请停止写入，从最近的备份恢复，并保留损坏的数据备查`,
  'store-busy': (place: string) =>
    `数据库“${place}”正忙，没有存入任何内容；请稍后再试，一直如此时请检查连接数和正在运行的事务`,
  'store-unreachable': (place: string, detail: string) =>
    `连不上数据库“${place}”（${detail}）；请检查数据库是否在运行、网络和账号是否可用。没有得到答复的操作可以原样重试，不会重复`,
  'store-newer': (place: string, found: number, known: number) =>
    `数据库“${place}”由更新的版本写成（结构第 ${found} 版，本程序只认识到第 ${known} 版），没有打开；请换用新版程序`,
  'ledger-newer': (ledger: string, detail: string) => STORE_FAULTS['ledger-newer'](ledger, detail),
  'store-moving': (place: string, from: string) =>
    `数据库“${place}”是一次还没有完成的搬迁的目标（从“${from}”），不是一套完整的数据，没有打开；请等它完成，中断了的请重新执行 mingheng move`,
  'store-unfit': (place: string) =>
    `内容里有数据库“${place}”存不了的字符（U+0000），没有存入任何内容；请去掉这个字符后再试`,
} as const satisfies Record<keyof typeof STORE_FAULTS, (...facts: never[]) => string>

export type StoreFaultCode = keyof typeof STORE_FAULTS

/** What a store answers: the value, or what befell it. */
export type Stored<Value> = Outcome<Value, StoreFaultCode>

export function storeFault<Code extends StoreFaultCode>(
  code: Code,
  ...facts: Parameters<(typeof STORE_FAULTS)[Code]>
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  const say = STORE_FAULTS[code] as (...facts: readonly (string | number)[]) => string
  return refused(code, say(...facts))
}

/** As `storeFault`, of a database server. */
export function databaseFault<Code extends StoreFaultCode>(
  code: Code,
  ...facts: Parameters<(typeof DATABASE_FAULTS)[Code]>
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  const say = DATABASE_FAULTS[code] as (...facts: readonly (string | number)[]) => string
  return refused(code, say(...facts))
}
