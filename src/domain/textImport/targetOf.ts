import type { Telling } from './readHtml.js'

import { safeUrl } from '../rendering/safeUrl.js'

/** Where a link may lead; undefined, and told, for an address that no link of a text may have. */
export const targetOf = ({
  href,
  telling: { drop, note },
}: {
  href: string
  telling: Telling
}): string | undefined => {
  if (href === '') {
    return undefined
  }

  // The editor takes no blanks; browsers read them so.
  const address = (href.startsWith('//') ? `https:${href}` : href).replace(/\s/gu, '%20')
  // What is no text in itself cannot be stored.
  const url = safeUrl(/\p{Surrogate}/u.test(address) ? undefined : address)

  if (url === undefined) {
    drop('link', href)
  } else if (!/^[a-z][a-z\d+.-]*:/iu.test(url)) {
    note('RELATIVE_LINKS')
  }
  return url
}
