import './pop.css'

export { default as PopPane } from './PopPane.svelte'
