/** A steelyard: the beam, the pan, the weight. */
export function Brand() {
  return (
    <svg
      viewBox="0 0 30 24"
      width="30"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d="M1 8h28M9 8V2M4 8v6M.8 14h6.4a3.2 3.2 0 0 1-6.4 0z" />
      <path d="M20 8v5" />
      <path d="M20 12.6l3 4.2-3 4.2-3-4.2z" fill="currentColor" stroke="none" />
      <g fill="currentColor" stroke="none">
        <circle cx="13" cy="5.2" r=".9" />
        <circle cx="17" cy="5.2" r=".9" />
        <circle cx="21" cy="5.2" r=".9" />
        <circle cx="25" cy="5.2" r=".9" />
      </g>
    </svg>
  )
}
