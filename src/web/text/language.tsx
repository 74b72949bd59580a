import { createContext, use, type ReactNode } from 'react'
import type { Bilingual, Sayings } from './bilingual.ts'

export type Language = 'zh' | 'en'

const LanguageContext = createContext<Language>('zh')

export function LanguageProvider({
  language,
  children,
}: {
  readonly language: Language
  readonly children: ReactNode
}) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  return use(LanguageContext)
}

/** The sayings in the language that the person chose. */
export function useText<Text extends Sayings>(said: Bilingual<Text>): Text {
  return said[useLanguage()]
}
