/** Where something is, in whole millionths of a degree (WGS 84), north and east positive: 31.140000 is 31140000. */
export interface Place {
  readonly latitude: number
  readonly longitude: number
}

const MILLION = 1_000_000
const MOST_NORTH = 90 * MILLION
const MOST_EAST = 180 * MILLION

export function isLatitude(value: unknown): boolean {
  return isWithin(value, MOST_NORTH)
}

export function isLongitude(value: unknown): boolean {
  return isWithin(value, MOST_EAST)
}

/** As people copy it out of a map: 31.14,121.124 (latitude first, at most six places). Null where it is no place. */
export function parsePlace(text: string): Place | null {
  const [, north = '', east = ''] = /^(-?\d{1,2}(?:\.\d{1,6})?)[,，]\s?(-?\d{1,3}(?:\.\d{1,6})?)$/u.exec(text) ?? []
  if (north === '' || east === '') return null
  const place = { latitude: millionths(north), longitude: millionths(east) }
  return isLatitude(place.latitude) && isLongitude(place.longitude) ? place : null
}

/** Meters over the sphere between two places, to the meter: near enough to say which way round is shorter. */
export function metersBetween(one: Place, other: Place): number {
  const [north, otherNorth] = [radians(one.latitude), radians(other.latitude)]
  const up = Math.sin((otherNorth - north) / 2)
  const across = Math.sin(radians(other.longitude - one.longitude) / 2)
  const chord = up * up + Math.cos(north) * Math.cos(otherNorth) * across * across
  return Math.round(2 * EARTH_METERS * Math.asin(Math.min(1, Math.sqrt(chord))))
}

const EARTH_METERS = 6_371_000

function radians(millionthsOfDegree: number): number {
  return (millionthsOfDegree / MILLION) * (Math.PI / 180)
}

function millionths(decimal: string): number {
  const [whole = '0', part = ''] = decimal.replace('-', '').split('.')
  const value = Number(whole) * MILLION + Number(part.padEnd(6, '0'))
  // No -0: it has no canonical form.
  return decimal.startsWith('-') && value !== 0 ? -value : value
}

function isWithin(value: unknown, most: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0) && Math.abs(Number(value)) <= most
}
