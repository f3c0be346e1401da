/** Characters that show nothing: soft hyphens, zero-width spaces and joiners, byte-order marks. */
export const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu

/** Every hyphen and dash; which one stands is a matter of style. */
export const dash = /[-\u2010-\u2015\u2212\ufe58\ufe63]/u

/** Every single or double quotation mark or apostrophe; primes measure feet and minutes and are none. */
export const quote = /["'`\u00ab\u00b4\u00bb\u2018-\u201f\u2039\u203a\u300c-\u300f]/u

/**
 * The form of a word or mark in which two are compared: one kind of quotes and dashes, nothing
 * invisible, no wide forms and no ligatures. Letter case stays, and so does every other mark.
 */
export const comparableForm = (text: string): string =>
  /^[\w.,;:!?/()]*$/u.test(text)
    ? text
    : text
        .replace(invisible, '')
        .replace(typographic, (found) => found.normalize('NFKC'))
        .normalize('NFC')
        .replace(quotes, "'")
        .replace(dashes, '-')
        .replace('\u2026', '...')

const quotes = new RegExp(quote, 'gu')
const dashes = new RegExp(dash, 'gu')

/** Ligatures, and the forms of letters and digits that are as wide as an ideograph. */
const typographic = /[\ufb00-\ufb06\uff01-\uff5e]/gu
