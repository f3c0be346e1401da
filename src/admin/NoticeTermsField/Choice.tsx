'use client'
import { useId } from 'react'

/** A labelled choice of one value. */
export const Choice = <T extends string>({
  label,
  onChange,
  options,
  value,
}: {
  label: string
  onChange: (value: T) => void
  options: { label: string; value: T }[]
  value: T
}) => {
  const id = useId()

  return (
    <label htmlFor={id}>
      <span>{label}</span>
      <select id={id} onChange={(event) => onChange(event.target.value as T)} value={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
