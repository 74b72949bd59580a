import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useMay } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StackTable } from '../../ui/stack-table.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { AddPerson } from './add-person.tsx'
import { administrationText } from './administration-text.ts'
import { foundPeople, ROLES, type Person, type RoleName } from './found-people.ts'
import { PersonDrawer } from './person-drawer.tsx'
import { useCenters } from './use-centers.ts'

/** 人员: found by name, role and state; an administrator adds and changes them, an auditor reads. */
export function PeopleTab() {
  const text = useText(administrationText)
  const may = useMay()
  const [cursor, setCursor] = useState<string | null>(null)
  const [filter, setFilter] = useState({ words: '', role: '', state: '' })
  const [isAdding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const centers = useCenters()
  const { answer, problem, renew } = useAnswer('listPeople', {
    query: cursor === null ? { limit: 200 } : { limit: 200, cursor },
  })
  const roles = ROLES[useAnswer('readDistrict', {}).answer?.kind ?? 'district']
  const people = foundPeople(answer?.people ?? [], filter)
  return (
    <section aria-labelledby="administration-people">
      <div className="sec-head">
        <h2 id="administration-people">{text.people}</h2>
        <span className="cap">{answer === null ? null : text.shownOf(people.length, answer.people.length)}</span>
      </div>
      <div className="administration-filter no-print">
        <Input
          allowClear
          aria-label={text.find}
          placeholder={text.find}
          value={filter.words}
          onChange={({ target }) => setFilter({ ...filter, words: target.value })}
        />
        <Select
          aria-label={text.role}
          value={filter.role}
          onChange={(role) => setFilter({ ...filter, role })}
          options={[{ value: '', label: text.everyRole }, ...roles.map((role) => ({ value: role, label: text[role] }))]}
        />
        <Select
          aria-label={text.state}
          value={filter.state}
          onChange={(state) => setFilter({ ...filter, state })}
          options={[
            { value: '', label: text.everyState },
            { value: 'active', label: text.active },
            { value: 'disabled', label: text.disabled },
            { value: 'locked', label: text.locked },
          ]}
        />
        {may('person.manage') ? (
          <Button type="primary" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
            {text.addPerson}
          </Button>
        ) : null}
      </div>
      {isAdding ? <AddPerson centers={centers} /> : null}
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null && problem === null ? <Waiting rows={10} /> : null}
      {answer !== null && people.length === 0 ? <p className="administration-none">{text.noneFound}</p> : null}
      {people.length === 0 ? null : <PeopleTable people={people} centers={centers} onChoose={setChosen} />}
      <p className="administration-go no-print">
        {cursor === null ? null : <Button onClick={() => setCursor(null)}>{text.firstPage}</Button>}
        {answer?.next == null ? null : <Button onClick={() => setCursor(answer.next)}>{text.nextPeople}</Button>}
      </p>
      <PersonDrawer
        key={chosen}
        person={answer?.people.find(({ personId }) => personId === chosen) ?? null}
        centers={centers}
        onClose={() => setChosen(null)}
      />
    </section>
  )
}

function PeopleTable({
  people,
  centers,
  onChoose,
}: {
  readonly people: readonly Person[]
  readonly centers: ReadonlyMap<string, string>
  readonly onChoose: (personId: string) => void
}) {
  const text = useText(administrationText)
  const may = useMay()
  return (
    <StackTable
      rows={people}
      keyOf={({ personId }) => personId}
      rowClass={({ state }) => (state === 'disabled' ? 'dismissed' : undefined)}
      columns={[
        { head: text.name, isName: true, cell: ({ name }) => name },
        { head: text.username, label: text.username, className: 'ref', cell: ({ username }) => username },
        {
          head: text.role,
          cell: ({ roles }) => roles.map((role) => text[role as RoleName]).join(text.comma),
        },
        {
          head: text.ownCenter,
          cell: ({ centerId }) => (centerId === null ? null : (centers.get(centerId) ?? centerId)),
        },
        {
          head: text.state,
          cell: ({ state, isLocked, mustChangePassword }) =>
            `${text[state]}${isLocked ? text.alsoLocked : ''}${mustChangePassword ? text.alsoOwes : ''}`,
        },
        {
          head: text.secondFactor,
          label: text.secondFactor,
          cell: ({ hasSecondFactor }) => (hasSecondFactor ? text.isOn : text.isOff),
        },
        ...(may('person.manage')
          ? [
              {
                head: text.manage,
                className: 'r stack-act',
                cell: ({ personId, name }: Person) => (
                  <Button size="small" aria-label={text.manageOf(name)} onClick={() => onChoose(personId)}>
                    {text.manage}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
