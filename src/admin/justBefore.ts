/** The last instant before another (ISO 8601): what ends at midnight was there until the day before. */
export const justBefore = (end: string): string => new Date(+new Date(end) - 1).toISOString()
