import type { Problem, ProblemCode } from '../app/problem.ts'

/** What the program ends with, as `--help` and the README list it. */
export const EXIT_CODES = {
  ok: 0,
  /**
   * diff found differences, the notice holds a diagnostic of severity error, what was verified does not hold, a clause has
   * no feed, nothing was imported because a person must look first, or a detection could not be run.
   */
  found: 1,
  /** The command line itself: an unknown option, a date that is none, a center that does not exist. */
  usage: 2,
  /** A file, a folder or a line of input that cannot be taken. */
  input: 3,
  /** A bug. */
  internal: 70,
} as const

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]

export const EXIT_CODE_HELP: readonly (readonly [code: ExitCode, chinese: string, english: string])[] = [
  [EXIT_CODES.ok, '正常', 'ok'],
  [
    EXIT_CODES.found,
    'diff 发现不同，通知中有“错误”一级的诊断，核验、检查的结果不成立，有的款没有来源，没有导入，有的检测没有运行',
    'differences found, diagnostics of severity error, what was verified does not hold, a clause without a feed, nothing imported, a detection not run',
  ],
  [
    EXIT_CODES.usage,
    '命令写法不对，或所指的中心、条款、日期等不存在',
    'usage: a bad option, or something named that does not exist',
  ],
  [EXIT_CODES.input, '文件、文件夹或某一行输入无法读取', 'bad input: file, folder or line'],
  [EXIT_CODES.internal, '程序内部错误，请报告', 'internal error, please report'],
]

const USAGE: ReadonlySet<string> = new Set<ProblemCode | 'as-of-outside'>([
  'folder-unnamed',
  'center-unknown',
  'clause-not-found',
  'date-wrong',
  'seed-wrong',
  'number-outside',
  'kept-code-wrong',
  'kept-head-wrong',
  'assessment-unnamed',
  'nothing-to-export',
  'data-set-unknown',
  'record-unknown',
  'profile-unknown',
  'profile-foreign',
  'profile-ambiguous',
  'detection-unknown',
  'as-of-outside',
])

export function exitCodeOf(problem: Problem): ExitCode {
  const code: string = problem.code === 'refused' ? problem.reason : problem.code
  return USAGE.has(code) ? EXIT_CODES.usage : EXIT_CODES.input
}
