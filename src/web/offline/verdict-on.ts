import { isUnreachable, type Problem } from '../client/problem.ts'

/**
 * What a refusal means for what waits to be sent.
 * - pause: the line or the whole server cannot now; all of it waits.
 * - sign-in: nobody is signed in who may; all of it waits for the person.
 * - later: this one cannot now; the others go on.
 * - hold: trying again would change nothing; this one waits for a person.
 */
export type Verdict = 'pause' | 'sign-in' | 'later' | 'hold'

export function verdictOn(problem: Problem): Verdict {
  const { code, status } = problem
  // A proxy in between answers with any status, in words of its own.
  if (isUnreachable(problem)) return 'pause'
  if (SIGN_IN.has(code)) return 'sign-in'
  if (LATER.has(code)) return 'later'
  return status === 408 || status === 429 || status >= 500 ? 'pause' : 'hold'
}

const SIGN_IN: ReadonlySet<string> = new Set([
  'not-signed-in',
  'second-factor-owed',
  'new-password-owed',
  'enrollment-owed',
  'csrf-token-wrong',
])

const LATER: ReadonlySet<string> = new Set([
  'upload-busy',
  'upload-broke-off',
  'upload-offset-wrong',
  'upload-incomplete',
  'upload-unknown',
  'key-in-use',
  'assessment-busy',
  'evidence-unreadable',
  'evidence-corrupted',
])
