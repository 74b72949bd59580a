import type { BoundedSite } from './bounded-site.ts'
import { levelOf } from './price-levels.ts'

/**
 * Prices that are bands of one metric stand together: 90%以上得5分,80%-90%得3分,80%以下不得分. Every other price stands
 * alone. Deductions are bands only where a band has two bounds: nested one-sided prices (低于90%扣1分,低于80%扣2分) are not.
 */
export function groupTiers(sites: readonly BoundedSite[], text: string): BoundedSite[][] {
  const groups: BoundedSite[][] = []
  let open: BoundedSite[] = []
  const close = () => {
    if (isBanded(open) || isGraded(open, text)) groups.push(open)
    else for (const site of open) groups.push([site])
    open = []
  }
  for (const site of sites) {
    if (!canBeBand(site, text)) {
      close()
      groups.push([site])
      continue
    }
    if (open.length > 0 && !continues(open, site, text)) close()
    open.push(site)
  }
  close()
  return groups
}

function canBeBand({ site, bounds }: BoundedSite, text: string): boolean {
  const { phrase } = site
  const isPlain =
    phrase.type === 'nought' ||
    (phrase.type === 'full' && phrase.direction === 'earn') ||
    (phrase.type === 'price' && phrase.form === 'one' && !phrase.adds)
  const isBand = bounds.band !== null || isRest(site.start, site.phrase.start, text)
  if (!isPlain || (!isBand && levelOf({ site, bounds, before: null }, text) === null)) return false
  return (
    !site.condition.some(
      (part) =>
        part.type === 'ordinal' ||
        (part.type === 'each' && part.count !== null && (part.count.value !== '1' || part.end === site.phrase.start)),
    ) && !bounds.isOtherwise
  )
}

/** 其余不得分: the band that is left. */
function isRest(start: number, end: number, text: string): boolean {
  return /^(?:其余|其他|其它|否则|余下)(?:的|情况|情形)?,?$/.test(text.slice(start, end))
}

function continues(open: readonly BoundedSite[], next: BoundedSite, text: string): boolean {
  const first = open[0]
  if (!first) return false
  const direction = directionOf(first)
  if (directionOf(next) !== direction && next.site.phrase.type !== 'nought' && first.site.phrase.type !== 'nought')
    return false
  const unit = first.bounds.band?.unit ?? ''
  const nextUnit = next.bounds.band?.unit ?? ''
  if (unit && nextUnit && unit !== nextUnit) return false
  const residue = residueOf(next, text)
  return residue === '' || residueOf(first, text).endsWith(residue) || next.bounds.band === null
}

function directionOf({ site }: BoundedSite): string {
  return site.phrase.type === 'price' || site.phrase.type === 'full' ? site.phrase.direction : 'earn'
}

/** The words of a condition without its numbers: empty, or the metric's name. */
function residueOf({ site }: BoundedSite, text: string): string {
  const spoken = site.condition.slice(site.condition.findLastIndex((phrase) => phrase.type === 'unpriced') + 1)
  const words = spoken
    .map((phrase) => {
      const wording = text.slice(phrase.start, phrase.end)
      if (phrase.type === 'text') return wording
      return phrase.type === 'band' ? (/[≤<≥>]([^0-9≤<≥>=]+)[≤<≥>]/.exec(wording)?.[1] ?? '') : ''
    })
    .join('')
  return words.replace(/[的在为达到含者本数以上下及之间但且和至未介于是时,;:、]/g, '')
}

function isBanded(open: readonly BoundedSite[]): boolean {
  if (open.length < 2) return false
  const first = open[0]
  if (!first || first.bounds.band === null) return false
  if (directionOf(first) === 'earn') return true
  const bands = open.flatMap(({ bounds }) => bounds.band ?? [])
  const isAbove = bands.some(({ low, high }) => low !== null && high === null)
  const isBelow = bands.some(({ low, high }) => low === null && high !== null)
  return (isAbove && isBelow) || bands.some(({ low, high }) => low !== null && high !== null)
}

/** A级得5分、B级得3分、C级得1分: three or more levels of one rating in a row. */
function isGraded(open: readonly BoundedSite[], text: string): boolean {
  return (
    open.length >= 3 &&
    open.every((one) => directionOf(one) === 'earn' && one.bounds.band === null && levelOf(one, text) !== null)
  )
}
