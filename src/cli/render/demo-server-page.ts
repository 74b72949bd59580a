import { ROLE_NAMES } from '../../app/people/role.ts'
import type { DemoAccount } from '../../app/demo-district/demo-accounts.ts'
import type { RunningDemo } from '../../app/ports/demo-server.ts'
import { displayWidth } from '../text/display-width.ts'
import { heavyRule, type Page } from './page.ts'

/** Where the demonstration is served, and who can sign in. */
export function demoServerPage(demo: RunningDemo, page: Page): string[] {
  const { address, accounts, password, now, portInUse, isReused, dataFolder, signIn, city } = demo
  const [day, time = ''] = now.split('T')
  const shown = [...accounts, city.account]
  const widest = Math.max(...shown.map(({ username }) => displayWidth(username)))
  const widestName = Math.max(...shown.map(({ name }) => displayWidth(name)))
  const line = ({ username, name, role }: DemoAccount) =>
    `  ${padded(username, widest)}  ${padded(name, widestName)}  ${ROLE_NAMES[role]}`
  return [
    heavyRule(page),
    ...(portInUse === null ? [] : [`端口 ${portInUse} 已被占用，改用下一个空闲端口。`]),
    `演示服务已启动：${page.ink.primary(address)}`,
    `区里的时钟从 ${day} ${time.slice(0, 5)} 走起；数据在 ${dataFolder}${isReused ? '（沿用上次的；--fresh 重新生成）' : ''}。`,
    '',
    `可以用这些账号登录，密码都是 ${page.ink.primary(password)}`,
    '',
    `区里：${page.ink.primary(signIn)}`,
    ...accounts.map(line),
    '',
    `${city.name}，看各区公示的结果：${page.ink.primary(city.signIn)}`,
    line(city.account),
    '',
    '按 Ctrl+C 停止。',
  ]
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}
