export type XmlAttributes = Readonly<Record<string, string>>

/** The value of an attribute, whatever prefix its writer gave it: `w:val`, `ns0:val`. */
export function attributeOf(attributes: XmlAttributes, name: string): string | null {
  const usual = attributes[`w:${name}`] ?? attributes[name]
  if (usual !== undefined) return usual
  for (const key of Object.keys(attributes)) if (key.endsWith(`:${name}`)) return attributes[key] ?? null
  return null
}

/** What a switch of Word says: on where it only stands there. */
export function isOn(attributes: XmlAttributes): boolean {
  return !['0', 'false', 'off'].includes(attributeOf(attributes, 'val') ?? '')
}
