import sharp from 'sharp'
import type { Scene, ScenePainter } from '../../app/ports/scene-painter.ts'
import { sceneSvg } from './scene-svg.ts'

/** Scenes drawn as SVG: photos as JPEG with what a camera writes into them, scans as PNG. */
export const drawnScenes: ScenePainter = {
  paint: async (scene) => {
    const image = sharp(Buffer.from(sceneSvg(scene)))
    const file =
      scene.kind === 'document'
        ? image.png({ palette: true, colours: 16 })
        : image.flatten({ background: '#d9d4c8' }).withExif(cameraTags(scene)).jpeg({ quality: 72 })
    return Uint8Array.from(await file.toBuffer())
  },
}

function cameraTags({ takenAt }: Scene): NonNullable<Parameters<ReturnType<typeof sharp>['withExif']>[0]> {
  const written = takenAt.replaceAll('-', ':').replace('T', ' ')
  return {
    IFD0: { Make: 'Mingheng', Model: 'DEMO-1' },
    IFD2: { DateTimeOriginal: written, OffsetTimeOriginal: '+08:00' },
  }
}
