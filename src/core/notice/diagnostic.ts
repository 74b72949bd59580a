import type { SourceSpan } from '../kernel/source-span.ts'

/** What a person who compiles a notice should look at. `message` is Chinese: what, and what to do. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  readonly span: SourceSpan
}

export type DiagnosticCode =
  | 'no-section'
  | 'no-clause'
  | 'criterion-without-price'
  | 'figure-unread'
  | 'rule-outside'
  | 'clause-not-scored'
