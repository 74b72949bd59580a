const PATIENCE_MS = 10_000
const FRESH_MS = 60_000

/** Where the phone says that it is, as a line of text; null where it does not say, or nobody allowed it. */
export async function claimPlace(): Promise<string | null> {
  if (!isSecureContext || !('geolocation' in navigator)) return null
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve(`${latitude.toFixed(5)}, ${longitude.toFixed(5)} (±${Math.round(accuracy)} m)`),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: FRESH_MS },
    )
  })
}
