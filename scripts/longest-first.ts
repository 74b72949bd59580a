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
  'test/security/malformed.test.ts',
  'test/documents/hostile/hostile.test.ts',
  'test/cli/demo.test.ts',
  'test/documents/incoming/pdf-notice.test.ts',
  'test/documents/word.test.ts',
  'test/demo/demo-states.test.ts',
  'test/documents/totals-agree.test.ts',
  'test/security/walk.test.ts',
  'test/server/start.test.ts',
  'test/cli/output.test.ts',
  'test/documents/demo-totals-agree.test.ts',
  'src/core/notice/compile-notice.test.ts',
  'src/core/notice/layout/read-layout.property.test.ts',
  'test/torture/server-faults.test.ts',
  'test/documents/workbook.test.ts',
  'src/adapters/records/record-store.test.ts',
  'test/server/killed-import.test.ts',
  'test/records/one-year.test.ts',
  'src/adapters/records/broken-imports.test.ts',
  'test/faults/killed-record-store.test.ts',
  'test/faults/full-disk-records.test.ts',
  'test/proof/every-byte.test.ts',
  'test/torture/killed-server.test.ts',
  'test/records/more-seeds.test.ts',
  'test/security/repeat.test.ts',
  'test/cli/verify.test.ts',
  'test/cli/exit-codes.test.ts',
  'test/e2e/phone.test.ts',
  'test/e2e/records.test.ts',
  'test/e2e/phone-page.test.ts',
  'test/e2e/phone-limits.test.ts',
  'test/e2e/whole-life.test.ts',
  'test/e2e/overview.test.ts',
  'test/e2e/notice.test.ts',
  'test/e2e/finding.test.ts',
  'test/e2e/administration.test.ts',
  'test/e2e/notice-file.test.ts',
  'test/e2e/correction.test.ts',
  'test/e2e/findings.test.ts',
  'test/e2e/sampling.test.ts',
  'test/e2e/center.test.ts',
  'test/scale/replicas.test.ts',
  'test/scale/two-nodes.test.ts',
  'test/scale/move-office.test.ts',
  'test/scale/same-meaning.test.ts',
  'test/scale/clickhouse-records.test.ts',
  'test/scale/bench/bench.test.ts',
  'test/scale/year-on-shards.test.ts',
  'test/scale/object-faults.test.ts',
  'test/scale/move-records.test.ts',
  'test/scale/server-on-postgres.test.ts',
  'test/scale/shard-killed.test.ts',
]
