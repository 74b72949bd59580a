import type { IncomingFault, IncomingRead } from './incoming-fault.ts'

const halts = new WeakMap<Error, IncomingFault>()

/** Ends the reading of a document half way with a fault: a stream has no other way to answer one. Only under `unlessHalted`. */
export function haltIncoming(fault: IncomingFault): never {
  const error = new Error(fault.code)
  halts.set(error, fault)
  throw error
}

/** Answers as a fault what halted the reading. Bugs are thrown on. */
export async function unlessHalted<Value>(work: () => Promise<Value>): Promise<IncomingRead<Value>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const fault = error instanceof Error ? halts.get(error) : undefined
    if (fault === undefined) throw error
    return { ok: false, fault }
  }
}
