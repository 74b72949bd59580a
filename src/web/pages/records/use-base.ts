import { useParams } from 'react-router'
import { id, type AssessmentId } from '../../../core/kernel/identifiers.ts'

/** The assessment of the address, and the address that all of the records' pages begin with. */
export function useBase(): { readonly assessmentId: AssessmentId; readonly assessment: string; readonly base: string } {
  const { assessmentId = '' } = useParams()
  const assessment = `/assessments/${encodeURIComponent(assessmentId)}`
  return { assessmentId: id<AssessmentId>(assessmentId), assessment, base: `${assessment}/records` }
}
