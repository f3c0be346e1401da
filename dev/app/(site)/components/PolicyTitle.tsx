import type { PublicVersion } from 'payload-plugin-policy-versioning'

import { inParts } from '../policyHtml.js'

/** The heading of a policy's page: the one that its text begins with, else its title. */
export const PolicyTitle = ({ version }: { version: PublicVersion }) => {
  const { heading } = inParts(version.html ?? '')

  return (
    <>
      {heading ? (
        <h1 dangerouslySetInnerHTML={{ __html: heading }} lang={version.locale} />
      ) : (
        <h1 lang={version.locale}>{version.title}</h1>
      )}
      <p className="policy-date">
        {version.dateLabel && <span lang={version.locale}>{version.dateLabel}</span>}
        <span className="policy-date__version">Version {version.label}</span>
      </p>
    </>
  )
}
