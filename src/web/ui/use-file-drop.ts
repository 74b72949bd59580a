import { useState, type DragEvent } from 'react'

/** Takes the first file that is dropped on what `target` is spread over; `isOver` while one is held above it. */
export function useFileDrop(take: (file: File) => void) {
  const [isOver, setOver] = useState(false)
  const target = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const [file] = Array.from(event.dataTransfer.files)
      if (file !== undefined) take(file)
    },
  }
  return { isOver, target }
}
