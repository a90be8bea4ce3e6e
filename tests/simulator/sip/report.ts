/** Told when something failed that nobody waits for. */
export type Report = (what: string, error: unknown) => void
