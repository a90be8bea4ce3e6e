import type { PopRoom } from '#contract'
import { isCovered } from './covering.ts'

/**
 * Tells where the element is whenever that changes; null while nothing of a page is to be seen there: when the desk
 * says so, has put something of its own over it, or has hidden it.
 */
export function reportRoom(
  tell: (room: PopRoom | null) => void,
  isWanted: () => boolean,
): (element: HTMLElement) => () => void {
  return (element) => {
    let told = 'null'
    const report = (room: PopRoom | null) => {
      const news = JSON.stringify(room)
      if (news === told) return
      told = news
      tell(room)
    }
    const measure = () => report(isWanted() ? roomOf(element) : null)
    // What the desk wants is state, and its changes come by no event of the document.
    $effect(measure)
    const end = onEveryMove(element, measure)
    return () => {
      end()
      report(null)
    }
  }
}

/** In whole pixels, edges and not lengths rounded: beside it something else ends there. */
function roomOf(element: HTMLElement): PopRoom | null {
  const rect = element.getBoundingClientRect()
  const [x, y] = [Math.round(rect.left), Math.round(rect.top)]
  const [width, height] = [Math.round(rect.right) - x, Math.round(rect.bottom) - y]
  return width < 1 || height < 1 || isCovered(rect) ? null : { x, y, width, height }
}

/** Calls back, once a frame at most, when the element may stand elsewhere or under something else. */
function onEveryMove(element: HTMLElement, moved: () => void): () => void {
  let frame = 0
  const soon = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(moved)
  }
  const sizes = new ResizeObserver(soon)
  sizes.observe(element)
  // Menus and dialogs come as nodes, and are placed by their style.
  const nodes = new MutationObserver(soon)
  nodes.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['style', 'class'],
  })
  addEventListener('resize', soon)
  addEventListener('scroll', soon, { capture: true, passive: true })
  return () => {
    cancelAnimationFrame(frame)
    sizes.disconnect()
    nodes.disconnect()
    removeEventListener('resize', soon)
    removeEventListener('scroll', soon, { capture: true })
  }
}
