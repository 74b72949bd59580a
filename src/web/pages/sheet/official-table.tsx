import { Fragment, useMemo } from 'react'
import { ClauseChain } from '../../score-sheet/clause-chain.tsx'
import { clauseNames } from '../../score-sheet/clause-names.ts'
import { questionsByClause } from '../../score-sheet/clause-questions.ts'
import type {
  AnsweredQuestion,
  Clause,
  ClauseLook,
  RubricAnswer,
  Section,
  SheetAnswer,
} from '../../score-sheet/sheet-answer.ts'
import { useText } from '../../text/language.tsx'
import { ChainRow } from './chain-row.tsx'
import type { SheetChanges } from './compare-sheets.ts'
import { SectionRow } from './section-row.tsx'
import { SheetStatus } from './sheet-status.tsx'
import { sheetText } from './sheet-text.ts'
import { TotalRow } from './total-row.tsx'

/** The table that the notice prints, with its third column filled in; what the address names is opened below its section. */
export function OfficialTable({
  answer,
  rubric,
  questions,
  looks,
  changes,
  place,
}: {
  readonly answer: SheetAnswer
  readonly rubric: RubricAnswer
  readonly questions: readonly AnsweredQuestion[]
  readonly looks: readonly ClauseLook[]
  readonly changes: SheetChanges | null
  readonly place: string
}) {
  const text = useText(sheetText)
  const questionsOf = useMemo(() => questionsByClause(questions), [questions])
  const lookOf = new Map(looks.map((look) => [String(look.clauseId), look]))
  return (
    <section aria-label={text.title}>
      <h2 className="doc-t">{text.formTitle(rubric.title)}</h2>
      <div className="doc-m">
        <span>
          <b>{text.assessed}</b>
          {answer.sheet.centerName}
        </span>
        <span>
          <b>{text.basis}</b>
          {rubric.noticeNumber ?? rubric.title}
        </span>
        <SheetStatus isSealed={answer.isSealed} />
      </div>
      <table role="table" className="official">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {text.section}
            </th>
            <th role="columnheader" scope="col">
              {text.criterion}
            </th>
            <th role="columnheader" scope="col">
              {text.score}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {answer.sheet.sections.map((score, at) => {
            const explained = answer.sections[at]
            const section = rubric.sections.find(({ id }) => id === score.sectionId)
            if (explained === undefined || section === undefined) return null
            const opened = openedIn(section, explained.clauses, place)
            const names = clauseNames(section)
            return (
              <Fragment key={score.sectionId}>
                <SectionRow
                  section={section}
                  score={score}
                  explained={explained}
                  names={names}
                  lookOf={lookOf}
                  questionsOf={questionsOf}
                  changes={changes}
                  opened={opened.map(({ clauseId }) => clauseId)}
                  isNamed={place === section.id || opened.length > 0}
                />
                {opened.map((clause) => (
                  <ChainRow key={clause.clauseId} clause={clause} name={names.get(clause.clauseId) ?? clause.clauseId}>
                    <ClauseChain
                      clause={clause}
                      quote={quoteOf(section, clause)}
                      lines={score.lines}
                      explained={explained.lines}
                      questions={questionsOf.get(clause.clauseId) ?? []}
                      knownBy={answer.clocks?.knownBy ?? null}
                    />
                  </ChainRow>
                ))}
              </Fragment>
            )
          })}
          <TotalRow answer={answer} rubric={rubric} was={changes?.total ?? null} />
        </tbody>
      </table>
      <div className="sign">
        <div>{text.office}</div>
        <div>{text.signed}</div>
        <div>{text.date}</div>
      </div>
    </section>
  )
}

/** A clause by its id, or all clauses of a criterion. */
function openedIn(section: Section, clauses: readonly Clause[], place: string): readonly Clause[] {
  if (place === '' || place === section.id) return []
  return clauses.filter(({ clauseId, criterionId }) => clauseId === place || criterionId === place)
}

function quoteOf({ criteria }: Section, { clauseId }: Clause): string {
  return criteria.flatMap(({ clauses }) => clauses).find(({ id }) => id === clauseId)?.quote ?? ''
}
