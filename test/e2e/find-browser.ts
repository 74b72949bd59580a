import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** Where Chromium is: as `MINGHENG_BROWSER` says, on the path, or installed by the package manager where that may be done. */
export async function findBrowser(): Promise<string> {
  const found = onPath()
  if (found !== null) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const options = ['-qq', '-o', 'DPkg::Lock::Timeout=600']
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', [...options, 'update'], { env, stdio: 'ignore' })
    const packages = ['chromium', 'fonts-noto-cjk']
    execFileSync('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...packages], {
      env,
      stdio: 'ignore',
    })
    const installed = onPath()
    if (installed !== null) return installed
  }
  throw new Error(
    '没有找到 Chromium：请安装 chromium 和一种中文字体（Debian：apt-get install chromium fonts-noto-cjk），或以 MINGHENG_BROWSER 指明它在哪里。',
  )
}

function onPath(): string | null {
  const named = process.env['MINGHENG_BROWSER']
  if (named !== undefined && named !== '') return named
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null
}
