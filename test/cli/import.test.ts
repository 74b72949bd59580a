import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HEADER, POOR, ratingLine, recordFolder, unbroken } from './record-folder.ts'
import { runBin } from './run-bin.ts'
import { runHere } from './run-here.ts'

let folder = ''
beforeAll(async () => {
  folder = await recordFolder()
})
afterAll(() => rm(folder, { recursive: true }))

const put = async (name: string, lines: readonly string[], header = HEADER) => {
  await writeFile(join(folder, name), `${[header, ...lines].join('\n')}\n`)
  return join(folder, name)
}
const draft = (id: string) => join(folder, 'profiles', `${id}.json`)
const bring = (path: string, ...more: string[]) => runHere(['import', path, '--into', folder, ...more])

describe('a source is met for the first time', () => {
  const many = Array.from({ length: 250 }, (_, at) => ratingLine(`P${at}`))

  test('its file is guessed at, shown, and not imported', async () => {
    const path = await put('三月.csv', [...many, ratingLine('P900', POOR)])
    const { code, output, error } = await bring(path)
    expect({ code, error }).toEqual({ code: 1, error: '' })
    const text = unbroken(output)
    for (const part of [
      '待确认，还没有导入',
      '评价流水号',
      '固件',
      '1 = 非常不满意，5 = 非常满意',
      '--profile ratings --yes',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('13800000000')
    expect(JSON.parse(await readFile(draft('ratings'), 'utf8'))).toMatchObject({
      数据集: '好差评',
      字段: { 满意度: { 列: '满意度代码', 文字列: '满意度', 对照: { 1: '非常不满意', 5: '非常满意' } } },
    })
    expect((await runHere(['records', folder])).output).toContain('还没有导入任何业务记录')
  })

  test('once it is confirmed it is imported, and its next file is imported at once', async () => {
    const path = join(folder, '三月.csv')
    expect(await bring(path, '--yes')).toMatchObject({ code: 0, error: '' })
    const again = await bring(path)
    expect(again.code).toBe(0)
    expect(unbroken(again.output)).toContain('没有改变什么')
    const next = await bring(await put('四月.csv', [ratingLine('Q1', { 评价时间: '20210401093000' })]))
    expect(next.code).toBe(0)
    expect(next.output).toMatch(/新增 +1 条\n更正 +0 条/u)
  })

  test('what is held is told by data set, by month, and record by record', async () => {
    const all = await runHere(['records', folder], { columns: 80 })
    expect(all.output).toMatch(/好差评 +252 +2021-03 至 2021-04 +好差评/u)
    const months = await runHere(['records', folder, '好差评'], { columns: 80 })
    expect(months.output).toMatch(/2021-03 +251\n2021-04 +1\n/u)
    expect(months.output).toContain('三月.csv')
    const record = await runHere(['records', folder, 'ratings', 'P900'], { columns: 80 })
    expect(record.output).toMatch(/满意度 +非常不满意\n/u)
    expect(record.output).toMatch(/评价人电话 +138\*\*\*\*0000\n/u)
  })

  test('a correction keeps what was there before, side by side', async () => {
    for (const responsibility of ['政策', '系统']) {
      const corrected = await put('更正.csv', [ratingLine('P900', { ...POOR, 责任归属: responsibility })])
      expect((await bring(corrected)).output).toMatch(/更正 +1 条/u)
    }
    for (const columns of [100, 80, 40]) {
      const { code, output } = await runHere(['records', folder, '好差评', '好差评/P900'], { columns })
      expect(code).toBe(0)
      expect(output).toMatch(
        columns === 40 ? /责任归属 +1\. 中心\n +2\. 政策\n +3\. 系统/u : /责任归属 +中心 +政策 +系统/u,
      )
      for (const line of output.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(columns)
    }
  })
})

describe('a file with faults', () => {
  test('is told column by column, and nothing of it is imported', async () => {
    const path = await put('五月.csv', [
      ratingLine('R1', { 评价时间: '20210531093000' }),
      ratingLine('R2', { 满意度代码: '4', 满意度: '满意', 评价时间: '20210532093000' }),
      ratingLine('R3', { 受理单位: '南镇' }),
      ratingLine('R4', { 满意度: '非常不满意' }),
    ])
    const { code, output } = await bring(path)
    expect(code).toBe(1)
    const text = unbroken(output)
    for (const part of [
      '4 行，有错的 3 行',
      '“4”没有对应的代码（旁边的文字是“满意”）',
      '“20210532093000”不是日期',
      '“南镇”不是被考核的中心',
      '代码“5”在导入方案里是“非常满意”，文字却是“非常不满意”',
      '五月.错误.csv',
    ])
      expect(text).toContain(part)
    expect((await runHere(['records', folder])).output).toContain('252')
  })

  test('its error file is corrected and stands for the whole file; what was half corrected is not written over', async () => {
    const errors = join(folder, '五月.错误.csv')
    const text = await readFile(errors, 'utf8')
    expect(text.split('\n')).toHaveLength(5)
    await writeFile(errors, text.replaceAll('20210532', '20210531').replaceAll(/,4,满意,/gu, ',5,非常满意,'))
    const half = await bring(errors)
    expect(half.code).toBe(1)
    expect(unbroken(half.output)).toContain('五月.错误-2.csv')
    const second = join(folder, '五月.错误-2.csv')
    const rest = await readFile(second, 'utf8')
    await writeFile(second, rest.replaceAll('南镇', '盈浦街道').replaceAll('5,非常不满意', '5,非常满意'))
    const whole = await bring(second)
    expect(whole.output).toMatch(/共 +4 行，2021-03 至 2021-05 共 2 个月[\s\S]*新增 +4 条/u)
    expect(await readdir(folder)).not.toContain('五月.错误.错误.csv')
  })

  test('an error file of another source is not guessed at', async () => {
    const path = await put('外来.csv', [`x,2,错,1`], '明衡_导入编号,明衡_行号,明衡_错误,天气')
    const { code, error } = await bring(path)
    expect(code).toBe(3)
    expect(error).toContain('correction-unfit')
  })
})

describe('a source that names its columns otherwise', () => {
  const header = 'no,unit,way,level,levelName,at,times'
  const line = (no: string, level: string, name: string) => `${no},夏阳街道,短信,${level},${name},2021/3/1 9:30,1`

  test('is completed from the columns that a person names, and asks only for what it does not show', async () => {
    const path = await put('other.csv', [line('1', '1', '非常满意'), line('2', '9', '放弃')], header)
    expect((await bring(path)).error).toContain('profile-unguessable')
    expect((await bring(path, '--data-set', '好差评')).code).toBe(1)
    const id = 'ratings-2'
    const written = JSON.parse(await readFile(draft(id), 'utf8')) as Record<string, unknown>
    expect(written).toMatchObject({ 来源: '好差评-2', 忽略: header.split(',') })
    const fields = {
      评价编号: 'no',
      被评中心: 'unit',
      评价渠道: 'way',
      满意度: { 列: 'level', 文字列: 'levelName' },
      评价时间: 'at',
      评价次数: 'times',
    }
    await writeFile(draft(id), JSON.stringify({ ...written, 字段: fields }))
    const shown = await bring(path, '--yes')
    expect(shown.code).toBe(1)
    const text = unbroken(shown.output)
    expect(text).toContain('1 = 非常满意，9 = ？')
    expect(text).toContain('若是同一个系统，请把来源改成一样')
    const completed = await readFile(draft(id), 'utf8')
    expect(completed).toContain('"YYYY/M/D hh:mm"')
    await writeFile(draft(id), completed.replace('"9": ""', '"9": "不满意"').replace('好差评-2', '短信平台'))
    const confirmed = await bring(path, '--yes')
    // 放弃 is no word of any code: what the source says beside its own digit is wrong, and a person must look.
    expect(confirmed.code).toBe(1)
    expect(unbroken(confirmed.output)).toContain('“放弃”没有对应的代码')
    await put('other.csv', [line('1', '1', '非常满意'), line('2', '9', '')], header)
    expect((await bring(path)).output).toMatch(/来源 短信平台[\s\S]*新增 +2 条/u)
  })

  test('a profile that was changed is confirmed once more', async () => {
    const path = join(folder, 'other.csv')
    const text = await readFile(draft('ratings-2'), 'utf8')
    await writeFile(draft('ratings-2'), text.replace('"不满意"', '"非常不满意"'))
    const shown = await bring(path)
    expect(shown.code).toBe(1)
    expect(shown.output).toContain('导入方案改过，请再确认一次')
    expect((await bring(path, '--yes')).output).toMatch(/更正 +1 条/u)
  })
})

test.each<[title: string, more: string[], code: number, says: string]>([
  ['a data set nobody knows', ['--data-set', '天气'], 2, '没有叫“天气”的数据集'],
  ['a profile nobody knows', ['--profile', 'x'], 2, '没有叫“x”的导入方案'],
  ['a profile of another set', ['--profile', 'ratings', '--data-set', '办件'], 2, '不是办件的'],
])('%s is told', async (_title, more, code, says) => {
  const ran = await bring(join(folder, '三月.csv'), ...more)
  expect(ran.code).toBe(code)
  expect(unbroken(ran.error)).toContain(says)
})

test.each<[title: string, given: string[], code: number, says: string]>([
  ['a missing file', ['import', '无.csv', '--into', '.'], 3, '没有“无.csv”这个文件'],
  ['no folder', ['import', '三月.csv'], 2, '缺少选项'],
])('%s is told by the program', async (_title, given, code, says) => {
  const ran = await runBin(given, { cwd: folder })
  expect(ran.code).toBe(code)
  expect(unbroken(ran.error)).toContain(says)
})

test.each([100, 80, 60])(
  'no line of any page is wider than %i columns, but for what is to be typed',
  async (columns) => {
    const path = await put(`宽${columns}.csv`, ['1,天气'], '评价编号,满意度')
    for (const given of [
      ['records', folder],
      ['records', folder, '好差评'],
      ['import', path, '--into', folder, '--data-set', '好差评'],
      ['import', join(folder, '三月.csv'), '--into', folder],
    ]) {
      const { output } = await runHere(given, { columns })
      expect(output).not.toBe('')
      for (const line of output.split('\n'))
        if (!line.includes('npx mingheng')) expect(stringWidth(line), line).toBeLessThanOrEqual(columns)
    }
  },
)
