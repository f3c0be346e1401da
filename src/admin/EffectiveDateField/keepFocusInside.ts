import type { KeyboardEvent } from 'react'

/** Lets the tab key go round inside of an element, as in a modal dialog. */
export const keepFocusInside = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'Tab') {
    return
  }

  const reachable = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled), [tabindex="0"]'),
  ]
  const edge = event.shiftKey ? reachable[0] : reachable.at(-1)
  const opposite = event.shiftKey ? reachable.at(-1) : reachable[0]

  if (event.target === edge) {
    event.preventDefault()
    opposite?.focus()
  }
}
