import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { accepted, type Outcome } from '../core/kernel/outcome.ts'

/**
 * Text that a writer pushes out, as a stream that is drawn at the reader's pace. Answers once the first piece is there, or
 * with the refusal where the writer refused before it. A later refusal, or a reader that goes away, destroys the stream.
 */
export async function drawn<Value, Code extends string>(
  write: (out: (text: string) => Promise<void>) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<AsyncIterable<Uint8Array>, Code>> {
  const stream = new PassThrough()
  const isGone = once(stream, 'close').then(() => Promise.reject(new Error('the reader went away')))
  isGone.catch(() => undefined)
  let begin: (begun: null) => void = () => undefined
  const begun = new Promise<null>((resolve) => {
    begin = resolve
  })
  const out = async (text: string) => {
    if (stream.destroyed) throw new Error('the reader went away')
    const hasRoom = stream.write(text)
    begin(null)
    if (!hasRoom) await Promise.race([once(stream, 'drain'), isGone])
  }
  const written = write(out)
  written.then(
    (done) => (done.ok ? stream.end() : stream.destroy(new Error(done.refusal.message))),
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  const first = await Promise.race([begun, written])
  return first === null || first.ok ? accepted(stream) : first
}
