import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { StackTable } from '../../../ui/stack-table.tsx'
import { evennessText } from './evenness-text.ts'

/** What each assessor substantiated and dismissed. */
export function OutcomesSection({ outcomes }: Pick<Answered<'readEvenness'>, 'outcomes'>) {
  const text = useText(evennessText)
  return (
    <section aria-labelledby="evenness-outcomes">
      <div className="sec-head">
        <h2 id="evenness-outcomes">{text.outcomes}</h2>
      </div>
      {outcomes.length === 0 ? (
        <p className="evenness-none">{text.noOutcomes}</p>
      ) : (
        <StackTable
          className="evenness-outcomes"
          rows={outcomes}
          keyOf={({ assessor }) => assessor}
          columns={[
            { head: text.ofAssessor, cell: ({ assessor }) => assessor, isName: true },
            figure(text.substantiated, ({ substantiated }) => substantiated),
            figure(text.dismissed, ({ dismissed }) => dismissed),
            figure(text.share, ({ substantiated, dismissed }) => percent(substantiated, substantiated + dismissed)),
          ]}
        />
      )}
    </section>
  )
}

type Row = Answered<'readEvenness'>['outcomes'][number]

function figure(head: string, cell: (row: Row) => string | number) {
  return { head, label: head, cell, className: 'r num' }
}

function percent(some: number, all: number): string {
  return all === 0 ? '' : `${Math.round((100 * some) / all)}%`
}
