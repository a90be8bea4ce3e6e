/** Calls back once the frame that shows the present state is on the screen; never while the window is hidden. */
export function afterPaint(painted: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(painted))
}
