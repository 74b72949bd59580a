import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take the longest, first of all: whoever comes to one last has the other cores wait for it. The runner knows this of
 * itself only where it has run before, and a clean clone has not. A class, because the runner takes its sequencer in no other form.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => groupOf(one) - groupOf(other) || rank(one) - rank(other))
  }
}

const groupOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder

function rank({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((path) => moduleId.endsWith(path))
  return at === -1 ? LONGEST.length : at
}

/** Those that convert by LibreOffice wait for each other: others stand between them. */
const LONGEST = [
  'test/bench/bench.test.ts',
  'test/documents/word.test.ts',
  'test/cli/demo.test.ts',
  'test/documents/totals-agree.test.ts',
  'test/demo/demo-states.test.ts',
  'test/torture/server-faults.test.ts',
  'test/security/malformed.test.ts',
  'test/documents/incoming/pdf-notice.test.ts',
  'src/core/notice/compile-notice.test.ts',
  'test/documents/demo-totals-agree.test.ts',
  'test/cli/output.test.ts',
  'test/records/one-year.test.ts',
  'test/torture/killed-server.test.ts',
  'test/documents/workbook.test.ts',
  'test/records/four-more-seeds.test.ts',
  'test/faults/killed-record-store.test.ts',
  'test/cli/verify.test.ts',
  'test/security/walk.test.ts',
  'test/server/start.test.ts',
  'test/server/killed-import.test.ts',
  'src/core/notice/layout/read-layout.property.test.ts',
  'test/proof/every-byte.test.ts',
  'test/cli/exit-codes.test.ts',
  'test/e2e/whole-life.test.ts',
  'test/e2e/letters.test.ts',
  'test/e2e/records.test.ts',
  'test/e2e/phone.test.ts',
  'test/e2e/notice-file.test.ts',
]
