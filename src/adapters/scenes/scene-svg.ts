import { unreachable } from '../../core/kernel/unreachable.ts'
import type { Scene } from '../../app/ports/scene-painter.ts'

/** A scene without a letter in it, so that no font changes what is drawn. */
export function sceneSvg(scene: Scene): string {
  const { width, height } = scene.kind === 'document' ? PAPER : PHOTO
  const size = `width="${(width * SCALE).toFixed()}" height="${(height * SCALE).toFixed()}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}">${drawn(scene)}</svg>`
}

const PHOTO = { width: 960, height: 720 }
const PAPER = { width: 720, height: 1018 }

/** Large enough to look at, small enough to make hundreds of. */
const SCALE = 0.8

function drawn(scene: Scene): string {
  const pick = picker(scene.seed)
  switch (scene.kind) {
    case 'counter':
      return hall(pick) + clock(820, 110, 54, scene.takenAt) + counters(pick)
    case 'notice-board':
      return hall(pick) + board(pick)
    case 'clock':
      return hall(pick) + clock(480, 250, 170, scene.takenAt) + counters(pick)
    case 'queue':
      return hall(pick) + clock(140, 110, 54, scene.takenAt) + chairs(pick)
    case 'terminal':
      return hall(pick) + terminal(pick)
    case 'document':
      return paper(pick)
    default:
      return unreachable(scene.kind)
  }
}

type Pick = (count: number) => number

function picker(seed: number): Pick {
  let state = (seed * 2_654_435_761) >>> 0
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

function rect(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`
}

const WALLS = ['#e9e4d8', '#e3e6e4', '#ece5da', '#dfe3e8']
const WOODS = ['#8a6a48', '#7a6652', '#6d7480', '#94704a']

function hall(pick: Pick): string {
  const wall = WALLS[pick(WALLS.length)] ?? '#e9e4d8'
  const floor = Array.from({ length: 9 }, (_, at) => {
    const x = at * 130 - 40 + pick(12)
    return `<path d="M${480 + (x - 480) * 0.55} 470 L${x} 720" stroke="#b3ab9b" stroke-width="2"/>`
  }).join('')
  return `${rect(0, 0, 960, 470, wall)}${rect(0, 470, 960, 250, '#c9c1b0')}${floor}${rect(0, 0, 960, 34, '#f7f5ef')}`
}

function counters(pick: Pick): string {
  const wood = WOODS[pick(WOODS.length)] ?? '#8a6a48'
  const vacant = pick(3)
  return Array.from({ length: 3 }, (_, at) => {
    const x = 40 + at * 300
    const sign = rect(x + 70, 330, 140, 34, '#27476b') + rect(x + 92, 342, 96, 10, '#dfe6ee')
    const glass = rect(x, 370, 280, 120, '#cfdbe0', 'opacity="0.7"')
    const desk = rect(x - 6, 490, 292, 150, wood) + rect(x - 6, 490, 292, 16, '#d8cfbe')
    const screen = rect(x + 170, 430, 78, 54, '#3b4148') + rect(x + 176, 436, 66, 42, '#7f93a6')
    return sign + glass + (at === vacant ? chair(x + 60) : person(x + 60, pick)) + screen + desk
  }).join('')
}

function chair(x: number): string {
  return rect(x, 400, 66, 84, '#4b5058', 'rx="10"') + rect(x + 8, 408, 50, 60, '#5d636c', 'rx="8"')
}

/** Seen from far, without a face. */
function person(x: number, pick: Pick): string {
  const coat = ['#4a5a70', '#5b5560', '#3f5a52'][pick(3)] ?? '#4a5a70'
  return `<circle cx="${x + 33}" cy="405" r="24" fill="#b99f86"/><path d="M${x - 12} 490 q45 -92 90 0 z" fill="${coat}"/>`
}

function clock(x: number, y: number, radius: number, takenAt: string): string {
  const [hour = 0, minute = 0] = takenAt.slice(11, 16).split(':').map(Number)
  const hand = (turn: number, length: number, width: number) => {
    const angle = turn * 2 * Math.PI - Math.PI / 2
    const [endX, endY] = [x + Math.cos(angle) * radius * length, y + Math.sin(angle) * radius * length]
    return `<line x1="${x}" y1="${y}" x2="${endX.toFixed(1)}" y2="${endY.toFixed(1)}" stroke="#1b1a17" stroke-width="${width}" stroke-linecap="round"/>`
  }
  const ticks = Array.from({ length: 12 }, (_, at) => {
    const angle = (at / 12) * 2 * Math.PI
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const [from, to] = [radius * 0.84, radius * 0.94]
    return `<line x1="${(x + cos * from).toFixed(1)}" y1="${(y + sin * from).toFixed(1)}" x2="${(x + cos * to).toFixed(1)}" y2="${(y + sin * to).toFixed(1)}" stroke="#4f4b43" stroke-width="${radius / 22}"/>`
  }).join('')
  const face = `<circle cx="${x}" cy="${y}" r="${radius}" fill="#fffefa" stroke="#4f4b43" stroke-width="${radius / 12}"/>`
  const turn = ((hour % 12) + minute / 60) / 12
  return face + ticks + hand(turn, 0.5, radius / 11) + hand(minute / 60, 0.78, radius / 18)
}

function board(pick: Pick): string {
  const missing = pick(6)
  const sheets = Array.from({ length: 6 }, (_, at) => {
    const [x, y] = [170 + (at % 3) * 215, 120 + Math.floor(at / 3) * 180]
    return at === missing
      ? rect(x, y, 180, 150, 'none', 'stroke="#b3ab9b" stroke-width="3" stroke-dasharray="10 8"')
      : rect(x, y, 180, 150, '#fffefa') + rows(x + 18, y + 22, 144, 6, 19, pick)
  }).join('')
  return rect(130, 80, 700, 400, '#7a6652') + rect(146, 96, 668, 368, '#5f7a70') + sheets
}

function chairs(pick: Pick): string {
  return Array.from({ length: 15 }, (_, at) => {
    const [x, y] = [70 + (at % 5) * 170, 360 + Math.floor(at / 5) * 100]
    const seat = rect(x, y + 40, 120, 22, '#5b7083', 'rx="8"') + rect(x + 6, y, 108, 44, '#6f879c', 'rx="10"')
    const head = `<circle cx="${x + 60}" cy="${y - 18}" r="26" fill="#5e5148"/>`
    return pick(5) < 3 ? rect(x + 14, y + 4, 92, 50, '#57504f', 'rx="26"') + head : seat
  }).join('')
}

function terminal(pick: Pick): string {
  return Array.from({ length: 3 }, (_, at) => {
    const x = 120 + at * 260
    const isOff = pick(3) === 0
    const body =
      rect(x, 190, 180, 400, '#8d97a1', 'rx="14"') + rect(x + 18, 214, 144, 190, isOff ? '#1f2328' : '#b9cfe0')
    const note = isOff
      ? rect(x + 42, 260, 96, 76, '#f8eed8') + rows(x + 54, 276, 72, 3, 18, pick)
      : rows(x + 34, 240, 110, 6, 24, pick)
    return body + note + rect(x + 40, 440, 100, 16, '#3b4148') + rect(x + 30, 590, 120, 26, '#6b727a')
  }).join('')
}

function rows(x: number, y: number, width: number, count: number, gap: number, pick: Pick): string {
  return Array.from({ length: count }, (_, at) =>
    rect(
      x,
      y + at * gap,
      at === count - 1 ? Math.round(width * 0.55) : width - pick(Math.round(width * 0.12)),
      6,
      '#8c8472',
    ),
  ).join('')
}

function paper(pick: Pick): string {
  const title =
    rect(210, 110, 300, 26, '#1b1a17') + rect(100, 168, 520, 4, '#1b1a17') + rect(100, 176, 520, 2, '#1b1a17')
  const text = rows(110, 220, 500, 5 + pick(4), 34, pick)
  const table = Array.from({ length: 7 }, (_, at) => rect(110, 540 + at * 44, 500, 2, '#4f4b43')).join('')
  const columns = [110, 240, 400, 608].map((x) => rect(x, 540, 2, 266, '#4f4b43')).join('')
  const cells = Array.from({ length: 18 }, (_, at) =>
    rect(130 + (at % 3) * 150, 558 + Math.floor(at / 3) * 44, 40 + pick(60), 7, '#8c8472'),
  ).join('')
  const turned = `transform="rotate(${(pick(9) - 4) / 8} 360 509)"`
  return `${rect(0, 0, 720, 1018, '#f7f4ec')}<g ${turned}>${title}${text}${table}${columns}${cells}${rect(440, 880, 150, 8, '#4f4b43')}</g>`
}
