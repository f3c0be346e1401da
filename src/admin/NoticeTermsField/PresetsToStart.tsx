'use client'
import { Button } from '@payloadcms/ui'

import type { NoticePreset } from '../../domain/noticePresets/noticePreset.js'

import { useTermsWords } from '../useTermsWords.js'
import { useWords } from '../useWords.js'
import { PresetName } from './PresetName.js'

/** The presets to start the terms from, each with what it would promise. */
export const PresetsToStart = ({
  known,
  onChoose,
}: {
  known: (NoticePreset & { name: string })[]
  onChoose: (preset: NoticePreset) => void
}) => {
  const { word } = useWords()
  const { presetWords } = useTermsWords()

  return (
    <details className="policy-terms__start">
      <summary>{word('termsPresetsToStart')}</summary>
      <p>{word('termsPresetsToStartHelp')}</p>
      <ul>
        {known.map(({ name, ...preset }) => (
          <li key={name}>
            <div>
              <PresetName name={name} source={preset.source} />
              <p>{presetWords(preset)}</p>
            </div>
            <Button
              aria-label={`${word('termsPresetFill')}: ${name}`}
              buttonStyle="secondary"
              margin={false}
              onClick={() => onChoose(preset)}
              size="small"
            >
              {word('termsPresetFill')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
