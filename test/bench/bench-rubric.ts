import { join } from 'node:path'
import { textFiles } from '../../src/adapters/documents/text-file.ts'
import { noticeFolders } from '../../src/adapters/files/notice-folder.ts'
import { openNotice } from '../../src/app/open-assessment-folder.ts'
import type { NoticeFolder } from '../../src/app/ports/notice-archive.ts'
import type { Interpretation } from '../../src/core/rubric/interpretation.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'

export interface BenchRubric {
  readonly rubric: Rubric
  readonly folder: NoticeFolder
  /** An answer to every question: that of the folder, otherwise the first reading. */
  readonly answers: readonly Interpretation[]
}

/** The notice of 2021, compiled. */
export async function benchRubric(): Promise<BenchRubric> {
  const path = join(import.meta.dirname, '..', '..', 'notices', 'qingpu-2021')
  const opened = await openNotice(path, noticeFolders(textFiles))
  if (!opened.ok) throw new Error(`${path}: ${JSON.stringify(opened)}`)
  const { rubric, folder } = opened.value
  const [known] = folder.interpretations
  if (known === undefined) throw new Error(`${path} has no interpretations`)
  const given = new Map(folder.interpretations.map((one) => [one.questionId, one]))
  const answers = rubric.questions.map(
    ({ id, readings }) => given.get(id) ?? { ...known, questionId: id, reading: readings[0]?.key ?? '' },
  )
  return { rubric, folder, answers }
}
