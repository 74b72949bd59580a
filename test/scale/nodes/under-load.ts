import { randomFrom } from '../../../src/core/kernel/random.ts'
import { ASSESSMENTS } from '../../torture/prepared-folder.ts'
import { write, type Notebook, type Writer } from '../../torture/writer.ts'
import type { TwoNodes } from './two-nodes.ts'

export const WRITERS = 6

/** Several who work by the balancer, until `during` is over; what each was told. */
export async function underLoad(
  nodes: Pick<TwoNodes, 'ask' | 'folder'>,
  name: string,
  during: () => Promise<void>,
): Promise<Notebook> {
  const notebook: Notebook = { acts: [], files: [] }
  let isOver = false
  const writers = Array.from({ length: WRITERS }, (_, n): Writer => ({
    name: `${name}-${n}`,
    assessmentId: ASSESSMENTS[n % 2] ?? ('a1' as never),
    center: n % 4 < 2 ? 'east' : 'west',
    random: randomFrom(n),
    isOver: () => isOver,
    photos: 20,
  }))
  const written = Promise.all(writers.map((writer) => write(writer, nodes.ask, nodes.folder, notebook)))
  await Promise.race([written, during()])
  isOver = true
  await written
  return notebook
}
