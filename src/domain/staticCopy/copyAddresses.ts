import { posix } from 'node:path'

import type { Addresses } from '../publicVersion.js'

/**
 * Addresses in an answer that is a file of a copy: they lead to other files of it, whatever it is served
 * by and below. Without a base they are relative to the file.
 */
export const copyAddresses = ({
  base,
  file,
  language,
  site,
  span = '',
}: {
  /** The public address of the copy, with a slash at its end. */
  base?: string | undefined
  /** The path of the file that they are in. */
  file: string
  /** The folder of its language. */
  language: string
  /** Where the public site shows a version; in the copy where there is no site. */
  site?: Addresses['site'] | undefined
  /** Below the policy's folder, that of the span that it is answered for. */
  span?: string
}): Addresses => {
  const ofPolicy = ({ path, slug }: { path: string; slug: string }): string => {
    const target = `${language}policies/${slug}/${span}${path}`

    return base === undefined
      ? posix.relative(posix.dirname(`/${file}`), `/${target}`)
      : new URL(target, base).href
  }

  return {
    api: ({ path, slug }) => ofPolicy({ path: dataFileOf(path), slug }),
    page: ({ path, slug }) => ofPolicy({ path: `${path}.html`, slug }),
    site: site ?? (({ label, slug }) => ofPolicy({ path: `versions/${label}.html`, slug })),
  }
}

/** What is asked for by its `Accept` header is a file of JSON here; the language is told by the folder. */
const dataFileOf = (path: string): string => {
  const file = path.replace(/\?.*/, '')

  return /^(?:current|versions(?:\/.+)?)$/.test(file) ? `${file}.json` : file
}
