import { parseDetection } from '../../core/detection/parse-detection.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { genesisOf, linkEvents } from '../../core/ledger/chain.ts'
import { interpretationsIn } from '../../core/ledger/interpretations-in.ts'
import { printedColumns } from '../../core/notice/layout/printed-columns.ts'
import type { DigestsBy } from '../../core/proof/digests.ts'
import { answersAsOf } from '../../core/scoring/as-of.ts'
import type { ScoreSheet } from '../../core/scoring/score-sheet.ts'
import { compilePlan } from '../../core/scoring/scoring-plan.ts'
import { verificationCode } from '../../core/scoring/verification-code.ts'
import { folderSource } from '../proof/folder-source.ts'
import { explainedSheet } from '../reading/explained-sheet.ts'
import type { ScoredAssessment } from '../score-assessment.ts'
import { checkMethods } from './check-methods.ts'
import type { AssessmentFacts, SheetFacts } from './sheet-facts.ts'

/** An assessment folder, scored as of its clocks; its code is the one that `export` of the folder holds. */
export function folderFacts(
  scored: ScoredAssessment,
  madeOn: PlainDate,
  digestsBy: DigestsBy,
): { readonly common: AssessmentFacts; readonly factsOf: (sheet: ScoreSheet) => SheetFacts } {
  const { rubric, folder, events, state, clocks } = scored
  const { of } = digestsBy(ALGORITHM)
  const genesis = genesisOf(folderSource(scored, ALGORITHM, digestsBy).header, of)
  const head = linkEvents(genesis, events, of).at(-1) ?? genesis
  const detections = folder.detections.flatMap(({ name, text }) => {
    const read = parseDetection(name, text)
    return read.ok ? [read.detection] : []
  })
  const answers = answersAsOf([...folder.interpretations, ...interpretationsIn(events)], clocks.knownBy)
  const sealed = events.findLast(({ type }) => type === 'AssessmentSealed' || type === 'AssessmentReopened')
  const common: AssessmentFacts = {
    rubric,
    plan: compilePlan(rubric, answers),
    printed: printedColumns(folder.notice.text),
    state,
    clocks,
    madeOn,
    sealedOn: sealed?.type === 'AssessmentSealed' ? dayOf(sealed.recordedAt) : null,
    methods: checkMethods(rubric, detections, folder.coverage),
    ledger: { seq: head.seq, head: head.digest },
  }
  const isWhole = state.periodTo !== null && clocks.occurredBy >= state.periodTo
  return {
    common,
    factsOf: (sheet) => {
      const explained = explainedSheet(rubric, of, sheet)
      const seal = state.seal?.sheets.find(({ centerId }) => centerId === sheet.centerId)
      return {
        ...common,
        sheet,
        explained,
        unchecked: new Set(),
        verification: isWhole ? verificationCode(head, sheet.centerId, explained.digest, of) : null,
        isSealed: seal ? seal.digest === explained.digest : null,
      }
    },
  }
}

const ALGORITHM = 'sha256'
