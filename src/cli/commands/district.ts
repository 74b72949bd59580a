import type { Command } from 'commander'
import { changeStanding, type StandingChange } from '../../app/districts/change-standing.ts'
import { foundDistrict, type DistrictPorts } from '../../app/districts/found-district.ts'
import type { PeopleAnswer } from '../../app/people/people-refusals.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { districtLines, removedLine } from '../render/district-lines.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'
import { addQuota } from './district-quota.ts'
import { addLeaving } from './district-leaving.ts'

interface DataOption {
  readonly data?: string
}

interface AddOptions extends DataOption {
  readonly name: string
  readonly kind: 'district' | 'city'
  readonly city?: string
  readonly digest: 'sha256' | 'sm3'
  readonly administrator: string
}

export const addDistrict: CommandFrame = (program, ports, finish) => {
  const district = program
    .command('district')
    .description('本系统的各区和市：设立、改名、暂停、归市 · the districts and cities of this installation')
  onData(district.command('list').description('有哪些区和市 · which there are')).action(async (options: DataOption) =>
    finish(await withPeople(ports, options, async (door) => list(door, ports))),
  )
  onData(
    district
      .command('add')
      .argument('<ID>', '编号：小写字母、数字、横线 · its id')
      .description('设立一个区或市，给它的首位管理员一个一次性密码 · found a district or a city')
      .requiredOption('--name <NAME>', '名称 · its name')
      .option('--kind <KIND>', 'district（区）或 city（市）', 'district')
      .option('--city <ID>', '归哪个市：那个市看得到本区公示的结果 · the city that sees what it publishes')
      .option('--digest <ALGORITHM>', '新开台账的摘要：sha256 或 sm3', 'sha256')
      .option('--administrator <USERNAME>', '首位管理员的用户名 · of its first administrator', 'admin'),
  ).action(async (id: string, options: AddOptions) =>
    finish(await withPeople(ports, options, async (door) => add(door, id, options, ports))),
  )
  const standing = (
    name: string,
    said: string,
    change: (word: string | undefined) => StandingChange,
    word?: string,
  ) => {
    const command = district.command(name).argument('<ID>', '区或市的编号 · its id').description(said)
    if (word !== undefined) command.argument(word)
    onData(command).action(async (id: string, ...rest: readonly unknown[]) => {
      const given = word === undefined ? undefined : (rest[0] as string)
      const options = (word === undefined ? rest[0] : rest[1]) as DataOption
      finish(await withPeople(ports, options, async (door) => changed(door, id, change(given), ports)))
    })
  }
  standing('rename', '改名 · rename', (name = '') => ({ what: 'rename', name }), '<NAME>')
  standing('suspend', '暂停使用：谁也登录不了，数据都在 · nobody signs in, everything stays', () => ({
    what: 'suspend',
  }))
  standing('resume', '恢复使用 · resume', () => ({ what: 'resume' }))
  standing(
    'city',
    '归入一个市；“-”为不归任何市 · enter it into a city; “-” for none',
    (city = '-') => ({ what: 'city', cityId: city === '-' ? null : city }),
    '<CITY>',
  )
  onData(addQuota(district, ports, async (options, act) => finish(await withPeople(ports, options, act))))
  addLeaving(district, ports, finish)
}

function onData(command: Command): Command {
  return command.option('--data <FOLDER>', '数据文件夹（默认 MINGHENG_DATA，或 data）· the data folder')
}

async function withPeople(
  ports: CliPorts,
  { data }: DataOption,
  act: (door: DistrictPorts) => Promise<ExitCode>,
): Promise<ExitCode> {
  const door = await ports.house.openPeople(data ?? ports.dataRoot)
  if (!door.ok) return refused(ports, door.refusal)
  try {
    return await act({ ...door.value, clock: ports.clock })
  } finally {
    await door.value.close()
  }
}

async function list({ people }: DistrictPorts, ports: CliPorts): Promise<ExitCode> {
  const tenants = await people.tenants()
  if (!tenants.ok) return refused(ports, tenants.refusal)
  const removed = await people.removedTenants()
  if (!removed.ok) return refused(ports, removed.refusal)
  writeLines(ports, [...districtLines(tenants.value), ...removed.value.map(removedLine)])
  return EXIT_CODES.ok
}

async function add(door: DistrictPorts, tenantId: string, options: AddOptions, ports: CliPorts): Promise<ExitCode> {
  const { name, kind, city = null, digest, administrator } = options
  if (kind !== 'district' && kind !== 'city') return wrongWord(ports, '--kind', kind, 'district 或 city')
  if (digest !== 'sha256' && digest !== 'sm3') return wrongWord(ports, '--digest', digest, 'sha256 或 sm3')
  const founded = await foundDistrict(door, { tenantId, name, kind, cityId: city, digest, administrator })
  if (!founded.ok) return refused(ports, founded.refusal)
  writeLines(ports, [
    `已设立“${founded.value.tenant.name}”（${tenantId}）和它的首位管理员。`,
    `  用户名 ${founded.value.administrator}`,
    `  一次性密码 ${founded.value.oneTimePassword}`,
    '密码只显示这一次，请当面交给本人；首次登录须改密码。登录时选这个区或市，或打开 /sign-in?district=' +
      tenantId +
      '。',
  ])
  return EXIT_CODES.ok
}

async function changed(door: DistrictPorts, id: string, change: StandingChange, ports: CliPorts): Promise<ExitCode> {
  const tenant = await changeStanding(door, id, change)
  if (!tenant.ok) return refused(ports, tenant.refusal)
  writeLines(ports, [...districtLines([tenant.value]), '已改好，并记入它的访问日志。'])
  return EXIT_CODES.ok
}

function wrongWord(ports: CliPorts, option: string, given: string, expected: string): ExitCode {
  return refused(ports, { code: 'word-wrong', message: `${option} 应为 ${expected}，现为“${given}”；没有办理，请改正` })
}

function refused(
  ports: CliPorts,
  {
    code,
    message,
  }: Extract<PeopleAnswer<never>, { ok: false }>['refusal'] | { readonly code: string; readonly message: string },
): ExitCode {
  return report(ports, { code: 'refused', reason: code, message })
}
