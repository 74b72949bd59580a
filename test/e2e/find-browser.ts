import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { DEBIAN_PACKAGES, needPackages } from '../fixtures/debian-packages.ts'

/** The one without windows first: a browser with them runs pages of its own beside each page, a third of its time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]

/** Where Chromium is: as `MINGHENG_BROWSER` says, on the path, or installed by the package manager where that may be done. */
export async function findBrowser(): Promise<string> {
  const found = onPath()
  if (found !== null) return found
  needPackages(
    DEBIAN_PACKAGES.browser,
    () => onPath() !== null,
    ' Chromium（或以 MINGHENG_BROWSER 指明它在哪里）和一种中文字体',
  )
  return onPath() ?? ''
}

function onPath(): string | null {
  const named = process.env['MINGHENG_BROWSER']
  if (named !== undefined && named !== '') return named
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null
}
