/**
 * Text on one line, without what neither XML 1.0 (section 2.2) nor iCalendar (RFC 5545 section 3.1)
 * can hold: control characters, halves of characters, noncharacters.
 */
export const plainLine = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .trim()
