const TENTHS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A share as people say it: 约六成; never more exact than a simulation is. */
export function shareText(times: number, draws: number): string {
  const percent = draws === 0 ? 0 : (100 * times) / draws
  if (times === 0) return '模拟中没有出现'
  if (times === draws) return '模拟中次次如此'
  if (percent < 1) return '不到百分之一'
  if (percent < 5) return '不到半成'
  if (percent < 10) return '不到一成'
  if (percent >= 95) return '九成五以上'
  const tenths = Math.round(percent / 10)
  return tenths === 5 ? '约一半' : `约${TENTHS[Math.min(tenths, 9)] ?? ''}成`
}

/** 10,000次 */
export function timesText(times: number): string {
  return `${String(times).replace(/\B(?=(\d{3})+$)/g, ',')}次`
}

/** The first few by name, and how many there are. */
export function namesText(names: readonly string[], most = 4): string {
  return names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}等${names.length}个中心`
}
