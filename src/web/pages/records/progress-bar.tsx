/** Ink on a track, with its words. `share` from 0 to 1; null while there is nothing to measure: the track is hatched. */
export function ProgressBar({
  label,
  share,
  words,
}: {
  readonly label: string
  readonly share: number | null
  readonly words: string
}) {
  const percent = share === null ? null : Math.min(100, Math.floor(share * 100))
  return (
    <div className="rec-progress">
      <div
        className={percent === null ? 'rec-track hatch' : 'rec-track'}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={words}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
      >
        {percent === null ? null : <i style={{ width: `${percent}%` }} />}
      </div>
      <p className="note">
        {percent === null ? null : <b className="fig">{percent}% </b>}
        {words}
      </p>
    </div>
  )
}
