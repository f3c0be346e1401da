import type { Metadata } from 'next'

import { notFound } from 'next/navigation.js'

import { policyVersion } from '../../../../api.js'
import { PolicyRecord } from '../../../../components/PolicyRecord.js'
import { PolicyText } from '../../../../components/PolicyText.js'
import { PolicyTitle } from '../../../../components/PolicyTitle.js'
import { VersionBanner } from '../../../../components/VersionBanner.js'
import { VersionNeighbours } from '../../../../components/VersionNeighbours.js'

type Args = { params: Promise<{ label: string; slug: string }> }

export const generateMetadata = async ({ params }: Args): Promise<Metadata> => {
  const { label, slug } = await params
  const version = await policyVersion(slug, label)
  return { title: version ? `${version.title}, version ${label}` : 'Version' }
}

const VersionPage = async ({ params }: Args) => {
  const { label, slug } = await params
  const version = await policyVersion(slug, label)

  if (!version) {
    return notFound()
  }

  return (
    <article className="page">
      <header className="page__header">
        <PolicyTitle version={version} />
      </header>
      <VersionBanner version={version} />
      <PolicyText version={version} />
      <footer className="page__footer">
        <VersionNeighbours version={version} />
        <PolicyRecord
          apiAddress={version.links.self}
          hash={{ name: 'Fingerprint', value: version.fingerprint }}
        />
      </footer>
    </article>
  )
}

export default VersionPage
