import { inGb18030 } from '../gb18030.ts'

export const HEADER = '办件编号,中心,评价时间,备注\n'
export const ROW = '2021-000001,夏阳街道,2021-03-01,很满意，工作人员态度好\n'
export const rows = (count: number) => ROW.repeat(count)
export const text = (content: string) => () => Buffer.from(content)
export const chinese = (content: string) => () => inGb18030(content)

/** Without its last bytes. */
export function cut(bytes: Uint8Array, count: number): Uint8Array {
  return bytes.subarray(0, bytes.length - count)
}

export function half(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length >> 1)
}
