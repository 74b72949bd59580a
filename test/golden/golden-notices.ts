import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { id, type RubricId } from '../../src/core/kernel/identifiers.ts'
import { compileNotice } from '../../src/core/notice/compile-notice.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'

export interface GoldenNotice {
  readonly name: string
  readonly folder: string
  readonly source: string
  readonly compiled: Rubric
}

/** Every notice of the project, compiled now. */
export function goldenNotices(): GoldenNotice[] {
  return readdirSync('notices')
    .map((name) => ({ name, folder: `notices/${name}` }))
    .filter(({ folder }) => existsSync(`${folder}/notice.txt`))
    .map(({ name, folder }) => {
      const source = readFileSync(`${folder}/notice.txt`, 'utf8')
      return { name, folder, source, compiled: compileNotice(source, { rubricId: id<RubricId>(name) }).rubric }
    })
}
