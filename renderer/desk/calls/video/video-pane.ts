/** What is brought when there is a picture to look at, and not with the desk itself. */
export { default as ScreenChooser } from './ScreenChooser.svelte'
export { default as ScreenSources } from './ScreenSources.svelte'
export { default as VideoStage } from './VideoStage.svelte'
