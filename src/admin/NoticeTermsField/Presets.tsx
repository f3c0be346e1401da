'use client'
import { useWords } from '../useWords.js'

/** The sets of rules that apply on top of the terms, each with where it stands. */
export const Presets = ({
  known,
  onChange,
  value,
}: {
  known: { name: string; source: string }[]
  onChange: (names: string[]) => void
  value: string[]
}) => {
  const { word } = useWords()

  return (
    <fieldset className="policy-terms__presets">
      <legend>{word('presets')}</legend>
      {known.map(({ name, source }) => (
        <label className="policy-terms__check" key={name}>
          <input
            checked={value.includes(name)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...value, name] : value.filter((other) => other !== name),
              )
            }
            type="checkbox"
          />
          <span>
            {name}
            {source && <small> {source}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
