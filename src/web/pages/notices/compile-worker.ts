/** Compiles beside the page, so that typing and scrolling go on: the compiler is pure and needs nothing but the text. */
import { compileNotice } from '../../../core/notice/compile-notice.ts'
import { checkCorrections } from '../../../core/rubric/check-corrections.ts'
import { checkRubric } from '../../../core/rubric/check-rubric.ts'
import type { Asked, Compiled } from './compiled.ts'

interface Scope {
  readonly addEventListener: (type: 'message', listener: (event: MessageEvent<Asked>) => void) => void
  readonly postMessage: (compiled: Compiled, transferred: readonly Transferable[]) => void
}

const scope = globalThis as unknown as Scope

scope.addEventListener('message', ({ data: { ticket, source, rubricId, corrections } }) => {
  const read = compileNotice(source, { rubricId })
  const refusals = checkCorrections(read.rubric, corrections)
  const fitting = corrections.filter(({ clauseId }) => refusals.every((one) => one.clauseId !== clauseId))
  const { rubric, diagnostics } =
    fitting.length === 0 ? read : compileNotice(source, { rubricId, corrections: fitting })
  const faults = checkRubric(rubric, source)
  scope.postMessage({ ticket, read: read.rubric, rubric, diagnostics, faults, refusals }, [])
})
