import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { AssessmentId } from '../../../../core/kernel/identifiers.ts'
import { useMay } from '../../../client/session.tsx'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { DesignForm } from './design-form.tsx'
import { PlanSection } from './plan-section.tsx'
import './sampling.css'
import { samplingText } from './sampling-text.ts'

/** Whom to inspect: the plans with their visits, and for who designs them a new one. */
export function SamplingTab() {
  const text = useText(samplingText)
  const may = useMay()
  const { assessmentId = '' } = useParams()
  const params = { assessmentId: assessmentId as AssessmentId }
  const list = useAnswer('listSamplingPlans', may('sampling.read') ? { params } : null)
  const assessment = useAnswer('readAssessment', { params })
  const [isDesigning, setDesigning] = useState(false)
  if (list.problem !== null) return <ProblemNotice problem={list.problem} onAgain={list.renew} />
  if (list.answer === null) return <Waiting rows={6} />
  const { plans } = list.answer
  const names = new Map(assessment.answer?.centerList.map(({ centerId, name }) => [centerId, name]) ?? [])
  return (
    <div className="sampling">
      {plans.length === 0 ? <p className="lead-line">{text.none}</p> : null}
      {may('sampling.plan') ? (
        <p className="no-print">
          <Button type={plans.length === 0 ? 'primary' : 'default'} onClick={() => setDesigning(!isDesigning)}>
            {isDesigning ? text.close : text.design}
          </Button>
        </p>
      ) : null}
      {isDesigning ? <DesignForm assessmentId={params.assessmentId} onDone={() => setDesigning(false)} /> : null}
      {plans.map((plan) => (
        <PlanSection
          key={plan.planId}
          plan={plan}
          assessmentId={params.assessmentId}
          nameOf={(centerId) => names.get(centerId) ?? centerId}
        />
      ))}
    </div>
  )
}
