import type { Answered } from '../../../client/call.ts'

type PreviewFault = Answered<'previewImport'>['faults'][number]

/** A fault's sentence says what is wrong and then, after the last full pause, what to do. */
export function reasonAndRemedy(message: string): readonly [reason: string, remedy: string] {
  const at = message.lastIndexOf('\uff1b')
  return at === -1 ? [message, ''] : [message.slice(0, at), message.slice(at + 1)]
}

/** By column, the values that no line of the profile explains. */
export function unexplained(faults: readonly PreviewFault[]): ReadonlyMap<string, readonly string[]> {
  const met = new Map<string, string[]>()
  for (const { code, column, value } of faults) {
    if ((code !== 'code-unknown' && code !== 'center-unknown') || column === null || value === null) continue
    const values = met.get(column) ?? []
    if (!values.includes(value)) met.set(column, [...values, value])
  }
  return met
}
