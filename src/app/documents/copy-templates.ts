import type { FileFault } from '../ports/file-fault.ts'
import type { ProofFiles, WriteFault } from '../ports/proof-files.ts'
import type { TemplateSource } from '../ports/template-source.ts'

export type CopiedTemplates =
  | { readonly ok: true; readonly copied: readonly string[]; readonly kept: readonly string[] }
  | { readonly ok: false; readonly fault: FileFault | WriteFault }

/** Into a folder of the office; a file that is there already is the office's and stays as it is. */
export async function copyTemplates(
  source: TemplateSource,
  { copyInto }: Pick<ProofFiles, 'copyInto'>,
  folder: string,
): Promise<CopiedTemplates> {
  const copied: string[] = []
  const kept: string[] = []
  for (const { name, bytes } of await source.files()) {
    const answer = await copyInto(folder, name, once(bytes))
    if (answer.ok) copied.push(name)
    else if (answer.fault.code === 'file-exists') kept.push(name)
    else return answer
  }
  return { ok: true, copied, kept }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
