/** 定稿 as a seal in white characters on a square: never a round stamp, which would imitate an office's. */
export function SealMark({ label }: { readonly label: string }) {
  return (
    <svg className="seal" viewBox="0 0 96 96" role="img" aria-label={label}>
      <path
        fill="currentColor"
        d="M6 4.5Q5 4 4.4 6L4 48l.6 41.500Q5 92 7.500 91.800L48 92.200l41-.4q2.600 0 2.800-2.600L92 47l-.4-40.500Q91.500 4 89 4.200L47 3.800z"
      />
      <path fill="none" stroke="var(--on-lost)" strokeWidth="1" opacity=".75" d="M48.300 10v76" />
      <g fill="var(--on-lost)" fontWeight="700" fontSize="38" textAnchor="middle" className="seal-face">
        {SEAL_FACE.map(([x, y, sign]) => (
          <text key={sign} x={x} y={y}>
            {sign}
          </text>
        ))}
      </g>
    </svg>
  )
}

/** From the right column to the left, as seals are read: drawn characters, the same in every language. */
const SEAL_FACE = [
  [69, 43, '\u5b9a'],
  [69, 84, '\u7a3f'],
  [28, 43, '\u660e'],
  [28, 84, '\u8861'],
] as const
