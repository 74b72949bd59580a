import type { Suite } from '../../bench/suite.ts'
import { appendSuite } from './append-suite.ts'
import { countySuite } from './county-suite.ts'
import { recordsSuite } from './records-suite.ts'

export const SCALE_SUITES: readonly Suite[] = [appendSuite, countySuite, recordsSuite]
