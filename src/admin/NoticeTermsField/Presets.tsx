'use client'
import type { NoticePreset } from '../../domain/noticePresets/noticePreset.js'

import { useTermsWords } from '../useTermsWords.js'
import { useWords } from '../useWords.js'
import { PresetName } from './PresetName.js'

/** The sets of rules that apply on top of the terms, each with where it stands and what it says. */
export const Presets = ({
  known,
  onChange,
  value,
}: {
  known: (NoticePreset & { name: string })[]
  onChange: (names: string[]) => void
  value: string[]
}) => {
  const { word } = useWords()
  const { presetWords } = useTermsWords()
  const unknown = value.filter((name) => known.every((preset) => preset.name !== name))

  return (
    <fieldset className="policy-terms__presets">
      <legend>{word('presets')}</legend>
      {known.map(({ name, ...preset }) => (
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
            <PresetName name={name} source={preset.source} />
            {value.includes(name) && <small> {presetWords(preset)}</small>}
          </span>
        </label>
      ))}
      {/* Without them here, nobody could take them out. */}
      {unknown.map((name) => (
        <label className="policy-terms__check" key={name}>
          <input
            checked
            onChange={() => onChange(value.filter((other) => other !== name))}
            type="checkbox"
          />
          <span>
            {name}
            <small> {word('notConfigured')}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
