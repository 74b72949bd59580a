import sizes from '../../../../docs/guide/pictures/sizes.json'

/** A picture of `docs/guide/pictures`, fetched when it comes into sight; its room is kept from the beginning. */
export function GuidePicture({ path, alt }: { readonly path: string; readonly alt: string }) {
  const url = PICTURES[`../../../../docs/guide/${path}`]
  const [width, height] = SIZES[path.replace(/^pictures\//, '')] ?? []
  if (url === undefined) return null
  return (
    <img className="help-picture" src={url} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
  )
}

const SIZES: Readonly<Record<string, readonly number[]>> = sizes
const PICTURES = import.meta.glob<string>('../../../../docs/guide/pictures/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
})
