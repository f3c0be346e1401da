'use client'
import { useId, useState } from 'react'

/** A list of names, typed with commas between them. */
export const Names = ({
  label,
  onChange,
  value,
}: {
  label: string
  onChange: (names: string[]) => void
  value: string[]
}) => {
  const id = useId()
  const [typed, setTyped] = useState(value.join(', '))
  // While somebody types, "a, " must not lose its comma; a value from elsewhere is shown as it is.
  const shown = namesIn(typed).join() === value.join() ? typed : value.join(', ')

  return (
    <label htmlFor={id}>
      <span>{label}</span>
      <input
        id={id}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(namesIn(event.target.value))
        }}
        type="text"
        value={shown}
      />
    </label>
  )
}

const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]
