import { rescueAdministrator } from '../../app/people/rescue-administrator.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

interface RescueOptions {
  readonly data?: string
  readonly tenant?: string
}

export const addRescue: CommandFrame = (program, ports, finish) => {
  program
    .command('rescue')
    .argument('<USERNAME>', '管理员的用户名 · of an administrator')
    .description(
      '管理员都登录不了时，在本机给管理员一个一次性密码 · a one-time password where no administrator gets in',
    )
    .option('--data <FOLDER>', '数据文件夹（默认 MINGHENG_DATA，或 data）· the data folder')
    .option('--tenant <ID>', '哪个区的（不止一个区时）· which district')
    .action(async (username: string, options: RescueOptions) => finish(await rescue(username, options, ports)))
}

async function rescue(username: string, options: RescueOptions, ports: CliPorts): Promise<ExitCode> {
  const door = await ports.house.openPeople(options.data ?? ports.dataRoot)
  const refused = ({ code, message }: { readonly code: string; readonly message: string }) =>
    report(ports, { code: 'refused', reason: code, message })
  if (!door.ok) return refused(door.refusal)
  try {
    const asked = { tenantId: options.tenant ?? null, username }
    const rescued = await rescueAdministrator({ ...door.value, clock: ports.clock }, asked)
    if (!rescued.ok) return refused(rescued.refusal)
    writeLines(ports, [
      `管理员 ${username} 可以登录了：账号已启用，动态码已取消，原来的登录都已退出。`,
      `  一次性密码 ${rescued.value.oneTimePassword}`,
      '密码只显示这一次；请登录后立即改成自己的密码。这件事已经记入访问日志。',
    ])
    return EXIT_CODES.ok
  } finally {
    await door.value.close()
  }
}
