import { LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useMemo, useRef, useState } from 'react'
import { formatPoints } from '../../../core/kernel/points.ts'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { palette } from '../../theme/antd-theme.ts'
import { useLooks } from '../../theme/looks.tsx'
import { scaleOf, type Scale } from '../../ui/beam.tsx'
import { overviewText } from './overview-text.ts'
import { apart, endsOf, monthsBetween } from './trend-places.ts'

use([LineChart, GridComponent, CanvasRenderer])

type Trend = Answered<'readTrend'>

const HEIGHT = 236
const GRID = { left: 34, right: 104, top: 12, bottom: 26 }
const LABEL_GAP = 16

/** Thin lines for the centers, the mean in blue; the first, the mean and the last are named at the right. */
export function TrendChart({ trend }: { readonly trend: Trend }) {
  const text = useText(overviewText)
  const { theme } = useLooks()
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const scale = useMemo(() => scaleOf(trend.centers.flatMap(({ points }) => points.map(({ score }) => score))), [trend])
  const { monthFirst, monthAlone } = text
  useEffect(() => {
    const node = place.current
    if (node === null) return
    const chart = init(node, null, { renderer: 'canvas', height: HEIGHT })
    chart.setOption(optionOf(trend, scale, palette[theme], { monthFirst, monthAlone }))
    const watch = new ResizeObserver(() => {
      chart.resize({ height: HEIGHT })
      setWidth(node.clientWidth)
    })
    watch.observe(node)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [trend, scale, theme, monthFirst, monthAlone])
  return (
    <div className="overview-chart">
      <div ref={place} style={{ height: HEIGHT }} />
      {width === 0 ? null : <Labels trend={trend} scale={scale} />}
    </div>
  )
}

function Labels({ trend: { centers, mean }, scale }: { readonly trend: Trend; readonly scale: Scale }) {
  const text = useText(overviewText)
  const ends = endsOf(centers).map(({ centerName, score }) => ({ name: centerName, score, isMean: false }))
  const named = [...ends, ...mean.slice(-1).map(({ score }) => ({ name: text.mean, score, isMean: true }))].sort(
    (one, other) => other.score - one.score,
  )
  const bottom = HEIGHT - GRID.bottom
  const heightOf = (score: number) => bottom - ((score - scale.from) / (scale.to - scale.from)) * (bottom - GRID.top)
  const places = apart(
    named.map(({ score }) => heightOf(score)),
    LABEL_GAP,
    bottom,
  )
  return named.map(({ name, score, isMean }, at) => (
    <span
      key={name}
      className={isMean ? 'overview-end is-mean' : 'overview-end'}
      style={{ top: places[at], width: GRID.right - 8 }}
    >
      <b>{formatPoints(score)}</b>
      {name}
    </span>
  ))
}

type Colors = (typeof palette)['light']
type Point = Trend['mean'][number]

function optionOf(
  { centers, mean, from, to }: Trend,
  scale: Scale,
  colors: Colors,
  says: { readonly monthFirst: (month: string) => string; readonly monthAlone: (month: string) => string },
): EChartsCoreOption {
  const months = monthsBetween(from ?? '', to ?? '')
  const starts = months.map((month) => Date.parse(`${month}-01`)).filter((at) => at >= Date.parse(from ?? ''))
  const nth = new Map(months.map((month) => [Date.parse(`${month}-01`), month]))
  const label = { color: colors.ink3, fontSize: 12, fontFamily: SERIF }
  const lines = (all: readonly (readonly Point[])[], color: string, width: number, opacity: number, z: number) => ({
    type: 'line',
    step: 'end',
    symbol: 'none',
    silent: true,
    animation: false,
    lineStyle: { color, width, opacity },
    z,
    // One series for all of them, apart by gaps: hundreds of series would hold up the page.
    data: all.flatMap((points) => [
      ...points.map(({ day, score }) => [Date.parse(day), score]),
      ...points.slice(-1).map(({ score }) => [Date.parse(to ?? ''), score]),
      [Date.parse(to ?? ''), null],
    ]),
  })
  return {
    animation: false,
    grid: GRID,
    xAxis: {
      type: 'time',
      min: Date.parse(from ?? ''),
      max: Date.parse(to ?? ''),
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        ...label,
        customValues: starts,
        formatter: (at: number) => {
          const month = nth.get(at)
          return month === undefined ? '' : at === starts[0] ? says.monthFirst(month) : says.monthAlone(month)
        },
      },
    },
    yAxis: {
      type: 'value',
      min: scale.from,
      max: scale.to,
      interval: scale.step,
      axisLabel: { ...label, formatter: (points: number) => formatPoints(points) },
      splitLine: { lineStyle: { color: colors.line } },
    },
    series: [
      lines(
        centers.map(({ points }) => points),
        colors.ctl,
        1,
        0.55,
        2,
      ),
      lines([mean], colors.primary, 2.25, 1, 3),
    ],
  }
}

const SERIF = "'Mingheng Figures', 'Noto Serif SC', 'Noto Serif CJK SC', 'Songti SC', serif"
