import type { Metadata } from 'next'

import { notFound } from 'next/navigation.js'
import { PolicyDocument } from 'payload-plugin-policy-versioning/site'

import { policyAddresses } from '../../../../addresses.js'
import { policyVersion } from '../../../../api.js'
import { PolicyRecord } from '../../../../components/PolicyRecord.js'
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
    <PolicyDocument addresses={policyAddresses} className="page" version={version}>
      <footer className="page__footer" dir="ltr" lang="en">
        <VersionNeighbours version={version} />
        <PolicyRecord
          apiAddress={version.links.self}
          hash={{ name: 'Fingerprint', value: version.fingerprint }}
        />
      </footer>
    </PolicyDocument>
  )
}

export default VersionPage
