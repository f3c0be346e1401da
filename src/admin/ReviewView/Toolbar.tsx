'use client'
import { Button, PillSelector } from '@payloadcms/ui'

import type { ReviewedVersion } from '../../operations/reviewedVersions.js'
import type { VersionRedline } from '../../operations/versionRedline.js'
import type { Layout } from './Block.js'

import { useWords } from '../useWords.js'

const states = {
  in_force: 'reviewInForce',
  superseded: 'reviewSuperseded',
  upcoming: 'reviewUpcoming',
  withdrawn: 'reviewWithdrawn',
} as const

/** Chooses what is compared, and how it is read. */
export const Toolbar = ({
  languages,
  layout,
  onAgainst,
  onLanguages,
  onLayout,
  redline: { from, locales, to, versions },
}: {
  languages: readonly string[]
  layout: Layout
  onAgainst: (label: string) => void
  onLanguages: (languages: string[]) => void
  onLayout: (layout: Layout) => void
  redline: VersionRedline
}) => {
  const { languages: languageNames, word } = useWords()
  const standing = ({ state }: ReviewedVersion) => word(state ? states[state] : 'reviewDraft')
  const toggle = (name: string) => {
    const next = locales.filter((code) => languages.includes(code) !== (code === name))
    // One language at least is read.
    onLanguages(next.length > 0 ? next : [name])
  }

  return (
    <div className="policy-review__toolbar">
      <label>
        <span className="policy-review__label">{word('reviewAgainst')}</span>
        {/* The system's own: Payload's select has a part that no screen reader is told of. */}
        {/* Labels, as the id of one version can be the label of another. */}
        <select onChange={(event) => onAgainst(event.target.value)} value={from ? from.label : ''}>
          {from === null && <option value="" />}
          {versions
            .filter(({ id }) => id !== to.id)
            .map((version) => (
              <option key={version.id} value={version.label}>
                {word('version')} {version.label} ({standing(version)})
              </option>
            ))}
        </select>
      </label>
      {locales.length > 1 && (
        <div aria-label={word('reviewLanguages')} role="group">
          <span className="policy-review__label">{word('reviewLanguages')}</span>
          <PillSelector
            onClick={({ pill }) => toggle(pill.name)}
            pills={locales.map((name) => ({
              Label: languageNames([name]),
              name,
              selected: languages.includes(name),
            }))}
          />
        </div>
      )}
      <div aria-label={word('reviewLayout')} className="policy-review__layouts" role="group">
        <span className="policy-review__label">{word('reviewLayout')}</span>
        {(['inline', 'sides'] as const).map((each) => (
          <Button
            buttonStyle={layout === each ? 'primary' : 'secondary'}
            extraButtonProps={{ 'aria-pressed': layout === each }}
            key={each}
            margin={false}
            onClick={() => onLayout(each)}
            size="small"
          >
            {word(each === 'inline' ? 'reviewLayoutInline' : 'reviewLayoutSides')}
          </Button>
        ))}
      </div>
    </div>
  )
}
