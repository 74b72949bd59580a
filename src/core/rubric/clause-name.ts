import type { ClauseId } from '../kernel/identifiers.ts'
import type { Rubric } from './rubric.ts'

/** A clause by the numbers that the notice prints (五.2; 五.8.2 where the sentence holds several); its id where it prints none. */
export function clauseName({ sections }: Pick<Rubric, 'sections'>, clauseId: ClauseId): string {
  for (const section of sections)
    for (const { label, clauses } of section.criteria) {
      const place = clauses.findIndex(({ id }) => id === clauseId)
      if (place === -1) continue
      const numbers = [section.label, label].map((printed) => printed.replace(/[、.．:：\s]+$/u, ''))
      if (numbers.includes('')) return clauseId
      return [...numbers, ...(clauses.length > 1 ? [place + 1] : [])].join('.')
    }
  return clauseId
}
