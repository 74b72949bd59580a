import { parseId, type RubricId } from '../../../core/kernel/identifiers.ts'

/** A name to begin with: the file's, without its folder and ending; a person may change it. */
export function rubricNameOf(fileName: string): string {
  return fileName.replace(/\.[^.]+$/u, '').replaceAll(/[\s\p{Cc}]+/gu, '-')
}

/** Null where the text is no name of a rubric. */
export function parseRubricName(text: string): RubricId | null {
  return parseId<RubricId>(text.trim())
}
