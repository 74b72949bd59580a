import { DETECTION, PROFILE } from './planted-records.ts'
import { prefixOf, type Planted } from './planted-world.ts'
import type { Sample } from './sample-requests.ts'

/** Requests about operational records that are in order; what concerns a case is about `center`. */
export function recordSamples({ records }: Planted, center: 'east' | 'west'): Readonly<Record<string, Sample>> {
  return { ...fileSamples(), ...importSamples(records), ...detectionSamples(records, center) }
}

function fileSamples(): Record<string, Sample> {
  const whole = { fileId: 'records-whole' }
  const said = { profileId: 'articles-2', title: '信息报送', source: 'hub', dataSet: 'articles' }
  return {
    beginRecordFile: {
      by: 'clerk',
      body: { fileId: 'records-new', fileName: '信息.csv', bytes: 9, digest: null },
    },
    appendRecordFile: {
      by: 'clerk',
      params: { fileId: 'records-begun' },
      query: { offset: '8' },
      body: Buffer.from('more'),
    },
    finishRecordFile: { by: 'clerk', params: whole },
    readRecordFile: { by: 'clerk', params: { fileId: 'records-begun' } },
    removeRecordFile: { by: 'clerk', params: { fileId: 'records-old' } },
    lookIntoRecordFile: { by: 'clerk', params: whole },
    guessProfile: { by: 'clerk', params: whole, query: said },
    previewImport: { by: 'clerk', params: whole, body: { profile: PROFILE } },
  }
}

function importSamples({ importId, faultyId }: Planted['records']): Record<string, Sample> {
  return {
    listDataSets: { by: 'clerk' },
    readHoldings: { by: 'leader' },
    readVersions: { by: 'assessor', params: { dataSet: 'articles' }, query: { recordKey: 'hub/1' } },
    openRecord: { by: 'auditor', query: { ref: 'articles/hub/1@1' } },
    listProfiles: { by: 'clerk' },
    confirmProfile: { by: 'clerk', body: { profile: { ...PROFILE, id: 'articles-3' } } },
    startImport: { by: 'clerk', body: { fileId: 'records-next', profileId: PROFILE.id } },
    listImports: { by: 'clerk' },
    readImport: { by: 'clerk', params: { importId } },
    cancelImport: { by: 'clerk', params: { importId }, refusal: 'import-ended' },
    readImportErrors: { by: 'clerk', params: { importId: faultyId } },
  }
}

function detectionSamples({ runId }: Planted['records'], center: 'east' | 'west'): Record<string, Sample> {
  const rubric = { rubricId: 'small-2021' }
  const assessment = { assessmentId: 'a1' }
  const suspected = { ...assessment, findingId: `${prefixOf(center)}suspected` }
  return {
    adoptDetections: {
      by: 'assessor',
      params: rubric,
      body: { detections: [{ name: 'articles-more', text: DETECTION }] },
    },
    declareFeeds: {
      by: 'assessor',
      params: rubric,
      body: { feeds: [{ clauseId: '1.3.1', inspection: '逐人看', documents: null }] },
    },
    readCoverage: { by: 'leader', params: assessment },
    listDetections: { by: 'assessor', params: rubric },
    listRetirements: { by: 'leader', params: assessment },
    retireDetection: {
      by: 'assessor',
      params: { ...assessment, detection: 'articles-old' },
      body: { reason: '不再适用' },
    },
    runDetections: { by: 'clerk', params: assessment, body: { detections: ['articles-all'], asOf: null } },
    listDetectionRuns: { by: 'assessor', params: assessment },
    readDetectionRun: { by: 'assessor', params: { ...assessment, runId } },
    cancelDetectionRun: { by: 'clerk', params: { ...assessment, runId }, refusal: 'run-ended' },
    readFindingRecords: { by: `center-${center}`, params: suspected },
    withdrawSuspicion: { by: 'clerk', params: suspected, body: { reason: '导入有误' } },
  }
}
