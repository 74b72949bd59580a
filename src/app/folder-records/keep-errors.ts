import type { ProofFiles } from '../ports/proof-files.ts'
import type { ErrorFile } from '../ports/record-store.ts'
import { answered, failed, type Answer } from '../problem.ts'

/**
 * Writes the faulty rows beside the file that they come from, `评价.错误.csv`, where a person can correct them. What lies there
 * already may be half corrected: the next free name is taken.
 */
export async function keepErrors(
  errors: () => Promise<ErrorFile | null>,
  source: string,
  { copyInto }: Pick<ProofFiles, 'copyInto'>,
): Promise<Answer<string | null>> {
  const at = Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1
  const folder = at === 0 ? '.' : source.slice(0, at)
  const stem = source
    .slice(at)
    .replace(/\.[^.]+$/u, '')
    .replace(/\.错误(?:-\d+)?$/u, '')
  for (let place = 1; place <= MOST_TRIED; place += 1) {
    const file = await errors()
    if (file === null) return answered(null)
    const name = place === 1 ? `${stem}.错误.csv` : `${stem}.错误-${place}.csv`
    const written = await copyInto(folder, name, file.content)
    if (written.ok) return answered(at === 0 ? name : `${folder}${name}`)
    if (written.fault.code !== 'file-exists') return written
  }
  return failed({ code: 'file-exists', path: `${stem}.错误.csv` })
}

const MOST_TRIED = 99
