/**
 * What the pages say, in both languages side by side: one `…-text.ts` beside each page or piece. The English says the same under the
 * same names (the types hold that; a test looks for what is empty or left in Chinese). Sentences with figures are functions.
 */
export type Sayings = Readonly<Record<string, string | ((...given: never[]) => string)>>

export interface Bilingual<Text extends Sayings> {
  readonly zh: Text
  readonly en: Text
}

export function bilingual<Text extends Sayings>(zh: Text, en: NoInfer<Text>): Bilingual<Text> {
  return { zh, en }
}
