import { mount } from 'svelte'
import Hello from './Hello.svelte'

mount(Hello, { target: document.body, props: { name: 'Svelte' } })
