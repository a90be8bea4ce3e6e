/** As a page written for Huawei's workbench does it (spec/media-and-services.md 5.2, 5.3); it knows of no other. */
const byId = (id) => document.getElementById(id)
const number = () => byId('number').value

/** The `origin` that the page was told is whom it may talk to (5.1, sample of cec_05_1705). */
const workbenchOrigin = new URLSearchParams(location.search).get('origin') ?? '*'

function callOut(param) {
  top.postMessage({ name: 'callout', param }, workbenchOrigin)
}

const calls = {
  object: () => callOut({ number: number(), mode: 'audio' }),
  list: () => callOut([number(), 'audio']),
  text: () =>
    top.postMessage(JSON.stringify({ name: 'callout', param: { number: number(), mode: 'audio' } }), workbenchOrigin),
  video: () => callOut({ number: number(), mode: 'video' }),
  // Huawei, cec_05_1808.
  support: () => AICCSupport.clickToOutbound({ mediaType: 'audio', calledNum: number() }),
}

for (const button of document.querySelectorAll('[data-call]')) {
  button.addEventListener('click', () => calls[button.dataset.call]())
}

function note(name, fields) {
  const line = document.createElement('li')
  line.dataset.name = name
  line.dataset.fields = JSON.stringify(fields)
  line.textContent = `${name} ${line.dataset.fields}`
  byId('events').append(line)
}

if (typeof AICCSupport === 'object') {
  byId('support').textContent = 'AICCSupport is here.'
  for (const name of ['Init', 'Ringing', 'Talking', 'Release', 'Switch']) {
    AICCSupport.addHandler(name, (fields) => note(name, fields))
  }
}
