import type { DocumentTable } from '../../../core/document/document-table.ts'
import type { Clause } from '../../../core/rubric/clause.ts'
import { priceInWords } from '../../../core/rubric/price-in-words.ts'
import { words } from '../document-cells.ts'
import { clauseRefOf, type AssessmentFacts } from '../sheet-facts.ts'

/** Every clause with its sentence and how it is read: the rules that the lines go by. */
export function rubricTable(facts: AssessmentFacts): DocumentTable {
  const { rubric, methods } = facts
  return {
    id: 'rubric',
    name: '评分细则',
    hasCaption: true,
    isOfficial: false,
    columns: [
      { key: 'clause', name: '款', width: 8, align: 'left' },
      { key: 'reference', name: '款名', width: 8, align: 'left' },
      { key: 'section', name: '部分', width: 6, align: 'left' },
      { key: 'title', name: '部分名称', width: 18, align: 'left' },
      { key: 'max', name: '分值', width: 7, align: 'right' },
      { key: 'quote', name: '原文', width: 60, align: 'left' },
      { key: 'kind', name: '性质', width: 9, align: 'left' },
      { key: 'price', name: '怎样计分', width: 34, align: 'left' },
      { key: 'unit', name: '计数单位', width: 9, align: 'left' },
      { key: 'cap', name: '封顶', width: 10, align: 'left' },
      { key: 'method', name: '考核办法', width: 14, align: 'left' },
    ],
    rows: rubric.sections.flatMap((section) =>
      section.criteria.flatMap(({ clauses }) =>
        clauses.map((clause) => ({
          key: clause.id,
          height: null,
          cells: [
            words(clause.id),
            words(clauseRefOf(facts, clause.id)),
            words(section.id),
            words(section.title),
            section.maxPoints === null
              ? words('未写')
              : ({ kind: 'points', points: section.maxPoints, formula: null, isSigned: false } as const),
            words(clause.quote),
            words(KINDS[clause.direction]),
            words(priceInWords(clause)),
            words(clause.per.join('·')),
            words(capOf(clause)),
            words(methods.get(clause.id) ?? ''),
          ],
        })),
      ),
    ),
    foot: [],
  }
}

const KINDS: Readonly<Record<Clause['direction'], string>> = {
  deduct: '扣分',
  bonus: '加分',
  earn: '得分制',
  zero: '不得分',
  veto: '一票否决',
}

function capOf({ cap, floor }: Clause): string {
  const parts = [...(cap === null ? [] : [cap.phrase]), ...(floor === null ? [] : ['扣完为止'])]
  return parts.join('，')
}
