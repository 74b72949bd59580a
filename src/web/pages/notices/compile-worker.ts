/** Compiles beside the page, so that typing and scrolling go on: the compiler is pure and needs nothing but the text. */
import { compileNotice } from '../../../core/notice/compile-notice.ts'
import { checkRubric } from '../../../core/rubric/check-rubric.ts'
import type { Asked, Compiled } from './compiled.ts'

interface Scope {
  readonly addEventListener: (type: 'message', listener: (event: MessageEvent<Asked>) => void) => void
  readonly postMessage: (compiled: Compiled, transferred: readonly Transferable[]) => void
}

const scope = globalThis as unknown as Scope

scope.addEventListener('message', ({ data: { ticket, source, rubricId } }) => {
  const { rubric, diagnostics } = compileNotice(source, { rubricId })
  scope.postMessage({ ticket, rubric, diagnostics, faults: checkRubric(rubric, source) }, [])
})
