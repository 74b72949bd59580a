import { wholeNextYear, type NextYear } from '../../core/analysis/next-year/next-year.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { rubricOf } from '../compare-notices.ts'
import type { NoticeArchive } from '../ports/notice-archive.ts'
import type { TextSource } from '../ports/text-source.ts'
import { answered, type Answer } from '../problem.ts'
import type { AskedClocks } from '../score-assessment.ts'
import { yearInFolder } from './year-in-folder.ts'

export interface NextYearInFolder {
  readonly nextYear: NextYear
  readonly before: Rubric
  readonly after: Rubric
}

/** 来年 over an assessment folder. The other side is a notice, or a rubric as `compile --json` writes it. */
export async function nextYearInFolder(
  path: string,
  notice: string,
  asked: AskedClocks,
  archive: NoticeArchive,
  texts: TextSource,
): Promise<Answer<NextYearInFolder>> {
  const found = await yearInFolder(path, asked, archive)
  if (!found.ok) return found
  const other = await rubricOf(notice, texts)
  if (!other.ok) return other
  const { year } = found.value
  return answered({ nextYear: wholeNextYear(year, other.value), before: year.rubric, after: other.value })
}
