import { checkBonusClause, checkBreachClause } from '../../../core/ledger/check-clause.ts'
import { clauseName } from '../../../core/rubric/clause-name.ts'
import type { Clause } from '../../../core/rubric/clause.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'

export interface ClauseChoices {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** The clauses under which a bonus can be applied for, or a breach told, by section and each with the notice's own words. */
export function clauseChoices(rubric: Rubric, what: 'bonus' | 'breach'): readonly ClauseChoices[] {
  const check = what === 'bonus' ? checkBonusClause : checkBreachClause
  return rubric.sections.flatMap(({ label, title, criteria }) => {
    const options = criteria
      .flatMap(({ clauses }) => clauses)
      .filter(({ id, standing }) => standing.kind === 'scored' && check(rubric, id) === null)
      .map(({ id, quote }: Clause) => ({ value: id, label: `${clauseName(rubric, id)} ${quote}` }))
    return options.length === 0 ? [] : [{ label: `${label} ${title}`, options }]
  })
}
