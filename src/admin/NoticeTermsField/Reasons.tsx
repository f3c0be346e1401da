'use client'
import { namedReasons } from '../reasonWords.js'
import { useWords } from '../useWords.js'
import { Names } from './Names.js'

/** The reasons for which a notice may be shorter: those that have a name, and others by their own. */
export const Reasons = ({
  onChange,
  value,
}: {
  onChange: (reasons: string[]) => void
  value: string[]
}) => {
  const { word } = useWords()
  const others = value.filter((reason) => !Object.hasOwn(namedReasons, reason))

  return (
    <fieldset className="policy-terms__presets">
      <legend>{word('exceptions')}</legend>
      {Object.entries(namedReasons).map(([reason, name]) => (
        <label className="policy-terms__check" key={reason}>
          <input
            checked={value.includes(reason)}
            onChange={(event) =>
              onChange(
                event.target.checked
                  ? [...value, reason]
                  : value.filter((other) => other !== reason),
              )
            }
            type="checkbox"
          />
          <span>{word(name)}</span>
        </label>
      ))}
      <Names
        label={word('exceptionsOther')}
        onChange={(names) =>
          onChange([...value.filter((reason) => !others.includes(reason)), ...names])
        }
        value={others}
      />
    </fieldset>
  )
}
