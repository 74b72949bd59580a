import { useRef } from 'react'
import { useParams } from 'react-router'
import { id, type AssessmentId } from '../../../../core/kernel/identifiers.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { DocumentMenu } from '../../../ui/document-menu.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { AddSupposition } from './add-supposition.tsx'
import { BesideEachOther } from './beside-each-other.tsx'
import { KeptScenarios } from './kept-scenarios.tsx'
import { OutcomeNumbers, OutcomePicture } from './outcome.tsx'
import { ScenarioList } from './scenario-list.tsx'
import { useScenario } from './use-scenario.ts'
import './what-if.css'
import { whatIfText } from './what-if-text.ts'

/** 设想: a scenario that a leader puts together, and at once what it would change. */
export function WhatIfTab() {
  const text = useText(whatIfText)
  const assessmentId = id<AssessmentId>(useParams()['assessmentId'] ?? '')
  const addressed = useScenario()
  const { text: said, scenario, besideText, change } = addressed
  const isEmpty = said === ''
  const { answer, problem, renew, isStale } = useAnswer(
    'whatIf',
    isEmpty
      ? null
      : { params: { assessmentId }, query: { scenario: said, ...(besideText === null ? {} : { beside: besideText }) } },
  )
  const sentences = useRef(new Map<string, string>())
  for (const one of answer?.scenario.suppositions ?? []) sentences.current.set(one.text, one.sentence)
  const shown = isEmpty ? null : answer
  const base = `/assessments/${assessmentId}`
  return (
    <div className="what-if">
      <p className={`lead what-if-lead${isEmpty ? '' : ' is-answer'}`} role="status" aria-busy={isStale}>
        {isEmpty ? text.empty : (shown?.between ?? shown?.scenario)?.lead}
      </p>
      {problem === null || isEmpty ? null : (
        <ProblemNotice problem={problem} onAgain={renew}>
          <button
            type="button"
            className="btn sm"
            onClick={() => change({ ...scenario, suppositions: scenario.suppositions.slice(0, -1) })}
          >
            {text.removeLast}
          </button>
        </ProblemNotice>
      )}
      <div className="what-if-columns">
        <div>
          <ScenarioList addressed={addressed} sentences={sentences.current} />
          <AddSupposition assessmentId={assessmentId} add={addressed.add} />
          <KeptScenarios assessmentId={assessmentId} addressed={addressed} />
        </div>
        {isEmpty || (shown === null && problem !== null) ? null : (
          <section aria-labelledby="what-if-result">
            <div className="sec-head">
              <h2 id="what-if-result">{text.result}</h2>
              {shown === null ? null : (
                <DocumentMenu
                  operation="readWhatIfDocument"
                  label={text.document}
                  asked={(form) => ({ params: { assessmentId }, query: { form, scenario: said } })}
                />
              )}
            </div>
            {shown === null ? (
              <Waiting rows={8} />
            ) : shown.beside !== null && shown.between !== null ? (
              <BesideEachOther
                one={shown.scenario}
                other={shown.beside}
                between={shown.between}
                base={base}
                onStop={() => addressed.besides(null)}
              />
            ) : (
              <>
                <OutcomePicture told={shown.scenario} />
                <OutcomeNumbers told={shown.scenario} title={text.numbers} base={base} />
              </>
            )}
          </section>
        )}
      </div>
    </div>
  )
}
