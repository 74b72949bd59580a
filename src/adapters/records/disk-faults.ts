import { storeFault, type StoreFaultCode } from '../../app/ports/store-fault.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import { errnoOf } from '../evidence/durable-files.ts'
import { guardedAsync } from '../sqlite/sqlite-fault.ts'

/**
 * Answers as faults what the disk under `root` does to `work`, whoever meets it: Node, SQLite or DuckDB. What is none of the
 * disk's is thrown on.
 */
export async function unlessDiskFails<Value, Code extends string>(
  root: string,
  work: () => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | StoreFaultCode>> {
  const tried = async (): Promise<Outcome<Value, Code | StoreFaultCode>> => {
    try {
      return await work()
    } catch (error) {
      const errno = errnoOf(error)
      if (errno !== null) return faultByCode(root, errno)
      if (error instanceof Error && error.message.startsWith('IO Error: ')) return faultByText(root, error.message)
      throw error
    }
  }
  const ended = await guardedAsync(root, tried())
  return ended.ok ? ended.value : ended
}

type Fault = Outcome<never, StoreFaultCode>

function faultByCode(root: string, errno: string): Fault {
  if (FULL.has(errno)) return storeFault('store-full', root)
  return CLOSED.has(errno) ? storeFault('store-read-only', root) : storeFault('store-unreachable', root, errno)
}

function faultByText(root: string, message: string): Fault {
  if (FULL_TEXT.test(message)) return storeFault('store-full', root)
  return storeFault('store-unreachable', root, message.split('\n')[0] ?? '')
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const FULL_TEXT = /No space left|Disk quota exceeded|File too large|max_temp_directory_size/
const CLOSED: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM'])
