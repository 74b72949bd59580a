import { useEffect, useRef } from 'react'
import { palette } from '../../../theme/antd-theme.ts'
import { useLooks } from '../../../theme/looks.tsx'
import type { Certainty } from './certainty-answer.ts'

/** Center by rank for hundreds of centers: a few pixels a cell, grey where nothing can lead there. */
export function OddsCanvas({ certainty: { centers, drawing } }: { readonly certainty: Certainty }) {
  const place = useRef<HTMLCanvasElement>(null)
  const { theme } = useLooks()
  const cell = Math.max(3, Math.floor(880 / centers.length))
  const size = cell * centers.length
  useEffect(() => {
    const drawn = place.current?.getContext('2d') ?? null
    if (drawn === null) return
    const colors = palette[theme]
    drawn.clearRect(0, 0, size, size)
    centers.forEach(({ bounds, odds }, row) => {
      drawn.globalAlpha = 1
      drawn.fillStyle = colors.paper3
      drawn.fillRect(0, row * cell, (bounds.best - 1) * cell, cell)
      drawn.fillRect(bounds.worst * cell, row * cell, size - bounds.worst * cell, cell)
      drawn.fillStyle = colors.ink
      const most = Math.max(...odds.map(({ times }) => times), 1)
      for (const { rank, times } of odds) {
        // Against the likeliest of the row: with hundreds of ranks every share is small.
        drawn.globalAlpha = 0.08 + 0.92 * (Math.min(times, drawing.draws) / most)
        drawn.fillRect((rank - 1) * cell, row * cell, cell, cell)
      }
    })
  }, [centers, drawing, theme, cell, size])
  return <canvas ref={place} width={size} height={size} />
}
