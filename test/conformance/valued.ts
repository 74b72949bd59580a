import type { Outcome } from '../../src/core/kernel/outcome.ts'

/** The value of an outcome that a test takes for granted. Throws what was refused. */
export async function valued<Value>(outcome: Promise<Outcome<Value>>): Promise<Value> {
  const settled = await outcome
  if (!settled.ok) throw new Error(`${settled.refusal.code}: ${settled.refusal.message}`)
  return settled.value
}
