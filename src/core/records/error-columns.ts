/** What stands before the columns of the original in an error file; by these it is known again. */
export const ERROR_COLUMNS = ['明衡_导入编号', '明衡_行号', '明衡_错误'] as const

export function isErrorHeader(header: readonly string[]): boolean {
  return ERROR_COLUMNS.every((name, at) => header[at] === name)
}

/** The header of the file that an error file came from. */
export function withoutErrorColumns(header: readonly string[]): readonly string[] {
  return isErrorHeader(header) ? header.slice(ERROR_COLUMNS.length) : header
}
