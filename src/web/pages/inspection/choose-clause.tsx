import { Input, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { CenterId } from '../../../core/kernel/identifiers.ts'
import { newId } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { chargeable, type ChecklistSection } from './checklist.ts'
import { Priced } from './clause-quote.tsx'
import { inspectionText } from './inspection-text.ts'
import { linkTo } from './place-in-page.ts'
import { headingOf } from './section-progress.tsx'
import { usePhone } from './use-phone.tsx'

/** First where, then the section, then the clause by its sentence. What inspectors look at comes first. */
export function ChooseClause({
  centers,
  centerId,
}: {
  readonly centers: readonly { readonly centerId: CenterId; readonly name: string }[]
  readonly centerId: string | null
}) {
  const text = useText(inspectionText)
  const go = useNavigate()
  const { rubric, lines } = usePhone()
  const [wanted, setWanted] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const sections = matching(chargeable(rubric, lines), wanted)
  return (
    <main className="insp-page">
      <h1>{text.record}</h1>
      <label className="insp-field">
        <span>{text.whichCenter}</span>
        <Select
          size="large"
          value={centerId}
          aria-label={text.whichCenter}
          options={centers.map((center) => ({ value: center.centerId, label: center.name }))}
          onChange={(chosen) => void go(linkTo({ tab: 'record', centerId: chosen }), { replace: true })}
        />
      </label>
      {centerId === null ? null : (
        <>
          <Input
            size="large"
            allowClear
            aria-label={text.search}
            placeholder={text.search}
            value={wanted}
            onChange={({ target }) => setWanted(target.value)}
          />
          {sections.length === 0 ? <p className="insp-empty">{text.noMatch}</p> : null}
          {sections.map((one) => {
            const isOpen = open === one.section.id || wanted !== ''
            return (
              <section key={one.section.id}>
                <h2 className="insp-fold">
                  <button
                    type="button"
                    aria-expanded={isOpen}
                    onClick={() => setOpen(open === one.section.id ? null : one.section.id)}
                  >
                    {headingOf(one)}
                    <span className="num">{one.entries.length}</span>
                  </button>
                </h2>
                {isOpen ? <Clauses section={one} centerId={centerId} /> : null}
              </section>
            )
          })}
        </>
      )}
    </main>
  )
}

function Clauses({ section, centerId }: { readonly section: ChecklistSection; readonly centerId: string }) {
  const inspected = section.entries.filter(({ look }) => look !== null)
  const others = section.entries.filter(({ look }) => look === null)
  return (
    <ul className="insp-clauses">
      {[...inspected, ...others].map(({ clause, label }) => (
        <li key={clause.id}>
          <Link to={linkTo({ tab: 'record', centerId, clauseId: clause.id, recordId: newId() })}>
            <span className="ref">{label}</span>
            <Priced words={clause.quote} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function matching(sections: readonly ChecklistSection[], wanted: string): readonly ChecklistSection[] {
  const sought = wanted.trim()
  if (sought === '') return sections
  return sections
    .map(({ section, entries }) => ({
      section,
      entries: entries.filter(
        ({ label, criterion, clause }) =>
          label.startsWith(sought) || criterion.text.includes(sought) || clause.quote.includes(sought),
      ),
    }))
    .filter(({ entries }) => entries.length > 0)
}
