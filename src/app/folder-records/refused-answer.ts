import type { Refusal } from '../../core/kernel/outcome.ts'
import { failed, type Answer } from '../problem.ts'

/** What a store or a rule refuses, as the command line answers it. */
export function refusedAnswer({ code, message }: Refusal): Extract<Answer<never>, { readonly ok: false }> {
  return failed({ code: 'refused', reason: code, message })
}
