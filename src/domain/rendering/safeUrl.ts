/**
 * An address that a link of a text may lead to, or undefined: one of the web, of mail or of a
 * telephone, one on the same site, or one in the same page. A list of what is allowed, since no list of
 * what is dangerous is complete.
 */
export const safeUrl = (value: unknown): string | undefined => {
  const url = typeof value === 'string' ? value.trim() : ''
  // Browsers drop control characters and read a backslash as a slash: what they follow is not what it says.
  const isPlain = !/[\p{Cc}\p{Surrogate}\\]/u.test(url)

  return isPlain && (allowedScheme.test(url) || relative.test(url)) ? url : undefined
}

const allowedScheme = /^(?:https?:\/\/[^\s/?#]|(?:mailto|tel):.)/iu

/** A fragment, a query, or a path whose first part can be no scheme and no host, also where entities are read. */
const relative = /^(?:[#?]|\/(?!\/)|\.{1,2}(?:\/|$)|[\p{L}\p{N}_.~%@+-]+(?:[/?#]|$))/u
