import { useState, type DragEvent } from 'react'

/** A place to drop a file on, that opens the chooser when it is pressed; the keyboard reaches it as any file field. */
export function ChooseFile({
  label,
  onChosen,
  accept,
}: {
  readonly label: string
  readonly onChosen: (file: File) => void
  readonly accept?: string
}) {
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) onChosen(file)
  }
  return (
    <label
      className={isOver ? 'rec-drop is-over' : 'rec-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className="vh"
        {...(accept === undefined ? {} : { accept })}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file !== undefined) onChosen(file)
        }}
      />
      <span>{label}</span>
    </label>
  )
}
