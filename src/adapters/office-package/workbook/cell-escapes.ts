/** XML cannot hold some characters: these files write them as `_x000D_`. Line ends become `\n`. */
export function textOfXml(text: string): string {
  if (!text.includes('_x') && !text.includes('\r')) return text
  return text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\r\n?/gu, '\n')
}
