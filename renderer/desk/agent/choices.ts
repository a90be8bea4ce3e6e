/** Rest lengths offered at once; the platform takes 1 to 86399 seconds (spec/ccgateway.md 6). */
export const restMinutes: readonly number[] = [5, 10, 15, 20, 30, 45, 60]

/** The site's own busy reasons (spec/ccgateway.md 6): numbered, since the platform's list of names has no known shape. */
export const busyReasons: readonly number[] = Array.from({ length: 51 }, (_, index) => 200 + index)
