import type { ProblemBody } from '../../api/problem-schema.ts'

/** What the server said instead of doing what was asked, or that it could not be reached (`code: 'unreachable'`). */
export type Problem = ProblemBody

/** Queries and mutations carry a refusal as an error: this is the only shape in which they do. */
export interface ProblemError extends Error {
  readonly problem: Problem
}

export function problemError(problem: Problem): ProblemError {
  return Object.assign(new Error(problem.detail), { problem })
}

/** Null for anything else that was thrown: a bug. */
export function problemOf(error: unknown): Problem | null {
  return error instanceof Error && 'problem' in error ? (error as ProblemError).problem : null
}

export function isUnreachable(problem: Problem): boolean {
  return problem.code === UNREACHABLE
}

const UNREACHABLE = 'unreachable'

/** A failing network, in the shape of a refusal; the page says it in its own words, by the code. */
export function unreachable(): Problem {
  return { type: 'about:blank', title: '', status: 599, detail: '', instance: '', code: UNREACHABLE }
}
