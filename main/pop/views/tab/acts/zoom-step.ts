const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]
/** Chromium gives a factor back with the error of its logarithm. */
const near = 0.01

/** The next step that is larger or smaller, as browsers go. */
export function zoomStep(from: number, direction: 'in' | 'out'): number {
  const next =
    direction === 'in' ? steps.find((step) => step > from + near) : steps.findLast((step) => step < from - near)
  return next ?? (direction === 'in' ? 3 : 0.5)
}
