import { Link, useSearchParams } from 'react-router'
import { findDataSet } from '../../../../core/records/data-sets.ts'
import type { Answered } from '../../../client/call.ts'
import { useMay } from '../../../client/session.tsx'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { StackTable } from '../../../ui/stack-table.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { minuteOf } from '../figures.ts'
import { recordsText } from '../records-text.ts'
import { ToldStanding } from '../told-standing.tsx'
import { useBase } from '../use-base.ts'
import { ChooseFile } from './choose-file.tsx'
import { importText } from './import-text.ts'
import { StateMark } from './state-mark.tsx'
import { useBeginUpload } from './use-begin-upload.ts'

/** Where a file begins its way, and what was imported before. */
export function ImportTab() {
  const text = useText(importText)
  const may = useMay()
  const begin = useBeginUpload()
  useTitle(useText(recordsText).import)
  return (
    <>
      {may('records.import') ? (
        <section className="rec-part" aria-labelledby="rec-choose">
          <h2 id="rec-choose">{text.chooseTitle}</h2>
          <p className="lead">{text.chooseLead}</p>
          <ChooseFile label={text.choose} onChosen={(file) => begin(file)} />
        </section>
      ) : null}
      <Imports />
    </>
  )
}

function Imports() {
  const text = useText(importText)
  const shared = useText(recordsText)
  const may = useMay()
  const [search] = useSearchParams()
  const cursor = search.get('cursor')
  const { answer, problem, renew } = useAnswer('listImports', {
    query: { limit: 50, ...(cursor === null ? {} : { cursor }) },
  })
  return (
    <section className="rec-part" aria-labelledby="rec-imports">
      <div className="sec-head">
        <h2 id="rec-imports">{text.importsTitle}</h2>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null && problem === null ? <Waiting rows={6} /> : null}
      {answer?.imports.length === 0 ? (
        <p className="lead">{may('records.import') ? text.noImports : text.noImportsForReader}</p>
      ) : null}
      {answer === null || answer.imports.length === 0 ? null : <ImportTable imports={answer.imports} />}
      <p className="rec-pages">
        {cursor === null ? null : <Link to="?">{shared.latest}</Link>}
        {answer === null || answer.next === null ? null : <Link to={`?cursor=${answer.next}`}>{shared.earlier}</Link>}
      </p>
    </section>
  )
}

function ImportTable({ imports }: { readonly imports: Answered<'listImports'>['imports'] }) {
  const text = useText(importText)
  const { base } = useBase()
  return (
    <StackTable
      rows={imports}
      keyOf={({ importId }) => importId}
      columns={[
        { head: text.when, className: 'fig nw', cell: ({ at }) => minuteOf(at) },
        {
          head: text.file,
          isName: true,
          cell: ({ importId, fileName }) => <Link to={`${base}/import/jobs/${importId}`}>{fileName}</Link>,
        },
        { head: text.dataSet, className: 'nw', cell: ({ dataSet }) => findDataSet(dataSet)?.chinese ?? dataSet },
        { head: text.source, label: text.source, cell: ({ source }) => source },
        {
          head: text.outcome,
          className: 'rec-told',
          cell: ({ standing }) => <ToldStanding mark={<StateMark state={standing.state} />} standing={standing} />,
        },
      ]}
    />
  )
}
