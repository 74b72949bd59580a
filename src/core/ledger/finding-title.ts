const LONGEST = 60

/** What a finding is called: the first sentence of its description, or the first clause of a sentence that goes on and on. */
export function findingTitle(description: string): string {
  const [sentence = ''] = description.trim().split(/[。；\n]/)
  if (sentence.length <= LONGEST) return sentence
  const comma = sentence.lastIndexOf('，', LONGEST)
  return comma > 0 ? sentence.slice(0, comma) : sentence
}
