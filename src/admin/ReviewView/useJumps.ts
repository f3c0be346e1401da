'use client'
import { type KeyboardEvent, type RefObject, useState } from 'react'

/** Goes from change to change in a part of the page, by buttons or with Alt and the arrow keys. */
export const useJumps = (part: RefObject<HTMLElement | null>) => {
  const [place, setPlace] = useState<{ count: number; index: number }>()

  const jump = (step: -1 | 1) => {
    const changes = [...(part.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])]
    const at = changes.findIndex((change) => change === document.activeElement)
    // From elsewhere on it goes on where the last jump led to.
    const from = at >= 0 ? at : (place?.index ?? (step > 0 ? -1 : 0))
    const index = (from + step + changes.length) % changes.length
    const change = changes[index]

    if (change) {
      show(change)
      setPlace({ count: changes.length, index })
    }
  }

  return {
    jump,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault()
        jump(event.key === 'ArrowDown' ? 1 : -1)
      }
    },
    place,
  }
}

/** Brings a part of the page into view and puts the focus there, for those who read on by keyboard. */
export const show = (element: HTMLElement): void => {
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'center' })
}
