const button = document.getElementById('call')

button.addEventListener('click', () => {
  top.postMessage({ name: 'callout', param: { number: button.value, mode: 'audio' } }, '*')
})

document.getElementById('seen').textContent = typeof AICCSupport === 'object' ? 'AICCSupport' : 'nothing'
