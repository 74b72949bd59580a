import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import type { Language } from '../text/language.tsx'

export type Theme = 'light' | 'dark'

export interface Looks {
  readonly theme: Theme
  readonly language: Language
  readonly setTheme: (theme: Theme) => void
  readonly setLanguage: (language: Language) => void
}

const LooksContext = createContext<Looks | null>(null)

export function LooksProvider({ looks, children }: { readonly looks: Looks; readonly children: ReactNode }) {
  return <LooksContext value={looks}>{children}</LooksContext>
}

export function useLooks(): Looks {
  const looks = use(LooksContext)
  if (looks === null) throw new Error('outside of LooksProvider')
  return looks
}

/** What the person chose on this device; until then what the device says, and Chinese. */
export function useChosenLooks(): Looks {
  const [theme, setTheme] = useState<Theme>(() =>
    document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
  )
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'zh'))
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
  }, [language])
  return {
    theme,
    language,
    setTheme: (chosen) => {
      localStorage.setItem(THEME, chosen)
      setTheme(chosen)
    },
    setLanguage: (chosen) => {
      localStorage.setItem(LANGUAGE, chosen)
      setLanguage(chosen)
    },
  }
}

/** `public/set-theme.js` reads the same. */
const THEME = 'mingheng.theme'
const LANGUAGE = 'mingheng.language'
