import type { ServerFixture } from '../server/server-fixture.ts'

/** Once nothing goes on any more: imports and runs of detections go on after the request for them was answered. */
export async function idle({ parts }: ServerFixture): Promise<void> {
  const { line } = parts.records
  while (line.counts().running + line.counts().waiting > 0) await new Promise((resolve) => setImmediate(resolve))
}
