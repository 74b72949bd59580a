import { certaintySuite } from './certainty-suite.ts'
import { compileSuite } from './compile-suite.ts'
import { detectSuite } from './detect-suite.ts'
import { documentsSuite } from './documents-suite.ts'
import { evennessSuite } from './evenness-suite.ts'
import { exampleSuite } from './example-suite.ts'
import { httpSuite } from './http-suite.ts'
import { importSuite } from './import-suite.ts'
import { ledgerSuite } from './ledger-suite.ts'
import { nextYearSuite } from './next-year-suite.ts'
import { pagesSuite } from './pages-suite.ts'
import { peersSuite } from './peers-suite.ts'
import { replaySuite } from './replay-suite.ts'
import { scoreSuite } from './score-suite.ts'
import { startSuite } from './start-suite.ts'
import type { Suite } from './suite.ts'
import { verifySuite } from './verify-suite.ts'
import { whatIfSuite } from './what-if-suite.ts'

export const SUITES: readonly Suite[] = [
  compileSuite,
  scoreSuite,
  peersSuite,
  replaySuite,
  verifySuite,
  exampleSuite,
  ledgerSuite,
  httpSuite,
  startSuite,
  importSuite,
  detectSuite,
  whatIfSuite,
  evennessSuite,
  nextYearSuite,
  pagesSuite,
  documentsSuite,
  certaintySuite,
]
