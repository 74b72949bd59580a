import { refused, type Outcome } from '../../core/kernel/outcome.ts'
import { errnoOf } from '../evidence/durable-files.ts'

/** Answers what the disk refuses as a refusal; what is no error of the disk is a bug and is thrown on. */
export async function withFiles<Value>(path: string, work: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  try {
    return await work()
  } catch (error) {
    const code = errnoOf(error)
    if (code === null || !(error instanceof Error)) throw error
    const where = 'path' in error && typeof error.path === 'string' ? error.path : path
    const [name, say] = REFUSALS[code] ?? [
      'file-failed',
      (file: string) => `“${file}”读写失败（${code}）；请检查磁盘和权限`,
    ]
    return refused(name, say(where))
  }
}

const missing = ['file-missing', (path: string) => `找不到“${path}”；请核对路径`] as const
const closed = ['file-not-permitted', (path: string) => `没有权限读写“${path}”；请检查文件和文件夹的权限`] as const

const REFUSALS: Readonly<Record<string, readonly [code: string, say: (path: string) => string]>> = {
  ENOENT: missing,
  ENOTDIR: ['folder-is-file', (path) => `“${path}”不是文件夹；请核对路径`],
  EACCES: closed,
  EPERM: closed,
  EROFS: closed,
  ENOSPC: ['disk-full', (path) => `写“${path}”时磁盘已满；请腾出空间后重做`],
  EDQUOT: ['disk-full', (path) => `写“${path}”时超出配额；请腾出空间后重做`],
  EEXIST: ['file-exists', (path) => `“${path}”已经在那里，没有覆盖；请换一个位置`],
  ENOTEMPTY: ['target-not-empty', (path) => `“${path}”里已有内容，没有覆盖；请换一个空的或还不存在的文件夹`],
}
