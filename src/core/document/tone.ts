/** Colors what a person looks for first; every tone also has a sign or a word. */
export type Tone = 'lost' | 'gained' | 'open' | 'dismissed'
