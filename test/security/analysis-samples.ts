import type { Sample } from './sample-requests.ts'

const params = { assessmentId: 'a1' }

/** What is asked of a scored year: nothing of it is about one center. */
export function analysisSamples(): Readonly<Record<string, Sample>> {
  return {
    whatIf: { by: 'leader', params, query: { scenario: '周期结束' } },
    readWhatIfDocument: { by: 'leader', params, query: { scenario: '周期结束', form: 'docx' } },
  }
}
