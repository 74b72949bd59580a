/** Pictures that stand for photos and scans in a demonstration. The same scene gives the same bytes on one machine. */
export interface ScenePainter {
  readonly paint: (scene: Scene) => Promise<Uint8Array>
}

export type SceneKind = 'counter' | 'notice-board' | 'clock' | 'document' | 'queue' | 'terminal'

export interface Scene {
  readonly kind: SceneKind
  /** Varies what is seen. */
  readonly seed: number
  /** As a camera writes it, `2021-10-25T09:30:00`; it is what the clock on the wall shows, and what the photo claims. */
  readonly takenAt: string
}
