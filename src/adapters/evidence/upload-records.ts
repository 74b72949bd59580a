import { isEvidenceKind } from '../../app/ports/evidence-kind.ts'
import { isFinal, type ContentFault } from '../../app/ports/evidence-refusals.ts'
import type { EvidenceFile, UploadDeclaration } from '../../app/ports/evidence-store.ts'
import { parseId, type PersonId } from '../../core/kernel/identifiers.ts'
import { parseTimestamp } from '../../core/kernel/timestamp.ts'
import { parseDigest } from '../../core/ledger/chain.ts'

/** How an upload ended: sealed, or refused for good for what the file is. */
export type UploadEnd =
  | { readonly kind: 'sealed'; readonly file: EvidenceFile }
  | { readonly kind: 'refused'; readonly fault: ContentFault }

/** Null for text that is none, or was spoiled. */
export function declarationIn(text: string | null): UploadDeclaration | null {
  return parseDeclaration(parseJson(text))
}

/** As `declarationIn`. */
export function endIn(text: string | null): UploadEnd | null {
  return parseEnd(parseJson(text))
}

function parseJson(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}

function parseDeclaration(json: Readonly<Record<string, unknown>>): UploadDeclaration | null {
  const by = parseId<PersonId>(text(json['by']))
  const begunAt = parseTimestamp(text(json['begunAt']))
  const digest = json['digest'] === null ? null : parseDigest(text(json['digest']))
  const { name, bytes } = json
  if (by === null || begunAt === null || typeof name !== 'string' || typeof bytes !== 'number') return null
  return { by, name, bytes, digest, begunAt }
}

function parseEnd(json: Readonly<Record<string, unknown>>): UploadEnd | null {
  if (json['kind'] === 'refused') {
    const fault = json['fault'] as { readonly code: string } | undefined
    return fault !== undefined && isFinal(fault) ? { kind: 'refused', fault } : null
  }
  const file = json['file'] as Readonly<Record<string, unknown>> | undefined
  const digest = parseDigest(text(file?.['digest']))
  const kind = text(file?.['kind'])
  const bytes = file?.['bytes']
  if (digest === null || !isEvidenceKind(kind) || typeof bytes !== 'number') return null
  return { kind: 'sealed', file: { digest, bytes, kind } }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
