import type { ArchiveAnswer } from '../../app/ports/notice-archive.ts'
import type { TextSource } from '../../app/ports/text-source.ts'
import { positionOf } from '../../core/kernel/source-span.ts'

/** A JSON file that is no JSON is refused with the line and column where it breaks off. */
export async function readJson(path: string, texts: TextSource): Promise<ArchiveAnswer<unknown>> {
  const source = await texts.read(path)
  if (!source.ok) return source
  const { text } = source.value
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    const place = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1]
    const offset = place === undefined ? text.trimEnd().length : Number(place)
    return { ok: false, fault: { code: 'json-damaged', path, ...positionOf(text, offset) } }
  }
}
