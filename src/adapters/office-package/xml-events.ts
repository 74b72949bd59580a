import { SaxesParser } from 'saxes'
import type { PackageParts } from './open-package.ts'

export interface XmlTaker {
  /** Names without their prefix: `x:row` is a row. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/**
 * Reads a part's XML as it comes and tells `taker` of it; yields after each piece, so that what was gathered can be handed on.
 * Halts where it is not well-formed, not whole, or longer than `most` bytes. Entities of its own are unknown to it, so nothing can be made to grow.
 */
export async function* xmlEvents(
  parts: PackageParts,
  part: string,
  taker: XmlTaker,
  most?: number,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', ({ message }) => parts.damaged(part, message))
  let unmarked = 0
  parser.on('opentag', ({ name, attributes }) => {
    unmarked = 0
    taker.open?.(localName(name), attributes)
  })
  const { text, close } = taker
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close) parser.on('closetag', ({ name }) => close(localName(name)))
  let decoder: InstanceType<typeof TextDecoder> | null = null
  const decode = (piece?: Buffer) => {
    try {
      return decoder?.decode(piece, { stream: piece !== undefined }) ?? ''
    } catch {
      return parts.damaged(part, '的编码不对')
    }
  }
  for await (const piece of parts.read(part, most)) {
    unmarked += piece.length
    if (unmarked > LONGEST_UNMARKED) parts.damaged(part, '里有过长的文字')
    decoder ??= new TextDecoder(encodingBy(piece), { fatal: true })
    parser.write(decode(piece))
    yield
  }
  if (decoder !== null) parser.write(decode()).close()
}

/** Bytes without the begin of an element, which the parser has to hold: no cell is so long. */
const LONGEST_UNMARKED = 1 << 24

/** XML in these files is UTF-8 or UTF-16 with its mark. */
function encodingBy(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}
