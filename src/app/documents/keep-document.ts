import type { OfficialDocument } from '../../core/document/official-document.ts'
import { refusedAnswer } from '../folder-records/refused-answer.ts'
import type { DocumentForm } from '../ports/document-writer.ts'
import { answered, type Answer } from '../problem.ts'
import { makeDocument, type DocumentPorts } from './make-document.ts'

/** A document as a file of the person's, under the name given or its own; one that is there already is never touched. */
export async function keepDocument(
  ports: DocumentPorts,
  document: OfficialDocument,
  form: DocumentForm,
  name: string | null,
): Promise<Answer<string>> {
  const made = await makeDocument(ports, document, form)
  if (!made.ok) return refusedAnswer(made.refusal)
  const kept = await ports.tray.keep(made.value.path, name ?? made.value.fileName)
  if (kept.ok) return answered(name ?? made.value.fileName)
  await ports.tray.remove(made.value.path)
  return kept
}
