import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import type { Answered } from '../../client/call.ts'
import { useMay } from '../../client/session.tsx'
import { useAct } from '../../client/use-act.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { administrationText } from './administration-text.ts'
import { districtText } from './district-text.ts'

type District = Answered<'readDistrict'>

/** 本区: its name, who must have a second factor, and which centers its assessments list. */
export function DistrictTab() {
  const text = useText(administrationText)
  const own = useText(districtText)
  const may = useMay()
  const { answer, problem, renew } = useAnswer('readDistrict', {})
  const assessments = useAnswer('listAssessments', {}).answer?.assessments ?? []
  return (
    <>
      <section aria-labelledby="administration-district">
        <div className="sec-head">
          <h2 id="administration-district">{text.district}</h2>
          <span className="cap">{answer === null ? null : text.digestSaid(answer.digest)}</span>
        </div>
        {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
        {answer === null && problem === null ? <Waiting rows={4} /> : null}
        {answer === null || answer.cityName === null ? null : <p className="lead">{own.citySees(answer.cityName)}</p>}
        {answer === null ? null : may('person.manage') ? (
          <DistrictForm key={`${answer.name} ${answer.secondFactor}`} district={answer} />
        ) : (
          <p>
            {answer.name}　{text[`factor-${answer.secondFactor}`]}
          </p>
        )}
      </section>
      {answer?.kind === 'city' ? null : (
        <section aria-labelledby="administration-centers">
          <div className="sec-head">
            <h2 id="administration-centers">{text.centers}</h2>
          </div>
          <p className="lead">{text.centersLead}</p>
          {assessments.map(({ assessmentId, title }) => (
            <Enrolled key={assessmentId} assessmentId={assessmentId} title={title} />
          ))}
        </section>
      )}
    </>
  )
}

function DistrictForm({ district }: { readonly district: District }) {
  const text = useText(administrationText)
  const { send, isSending, problem } = useAct('changeDistrict')
  const [isDone, setDone] = useState(false)
  const submit = async ({ name, secondFactor }: Pick<District, 'name' | 'secondFactor'>) =>
    setDone((await send({ body: { name: name.trim(), secondFactor } })).ok)
  return (
    <Form<Pick<District, 'name' | 'secondFactor'>>
      layout="vertical"
      className="administration-form"
      initialValues={district}
      onFinish={(fields) => void submit(fields)}
    >
      <Form.Item
        name="name"
        label={text.districtName}
        rules={[{ required: true, whitespace: true, message: text.missing }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="secondFactor" label={text.factorRule}>
        <Radio.Group
          className="administration-choices"
          options={(['optional', 'duties', 'everyone'] as const).map((value) => ({
            value,
            label: text[`factor-${value}`],
          }))}
        />
      </Form.Item>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Button type="primary" htmlType="submit" loading={isSending}>
        {text.saveDistrict}
      </Button>{' '}
      <span className="cap" role="status">
        {isDone ? text.done : text.factorEffect}
      </span>
    </Form>
  )
}

function Enrolled({ assessmentId, title }: { readonly assessmentId: AssessmentId; readonly title: string }) {
  const text = useText(administrationText)
  const people = useAnswer('listPeople', { query: { limit: 200 } }).answer?.people ?? []
  const { answer } = useAnswer('readAssessment', { params: { assessmentId } })
  return (
    <div className="administration-enrolled">
      <h3>
        {title} <span className="cap ref">{assessmentId}</span>
      </h3>
      <ul>
        {answer?.centerList.map(({ centerId, name }) => (
          <li key={centerId}>
            {name}{' '}
            <span className="cap">
              {text.accounts(people.filter((one) => one.centerId === centerId && one.state === 'active').length)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
