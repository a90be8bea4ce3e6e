const byId = (id) => document.getElementById(id)
let isSaved = true

byId('draft').addEventListener('input', () => {
  isSaved = false
})
byId('ticket').addEventListener('submit', () => {
  isSaved = true
})
byId('print').addEventListener('click', () => print())

/** As CRMs ask: one after the other, and nothing goes on until it is answered. */
byId('ask').addEventListener('click', () => {
  if (!confirm('Call the customer back?')) {
    byId('answered').textContent = 'no'
    return
  }
  const when = prompt('When?', 'tomorrow')
  alert(`Noted: ${when}`)
  byId('answered').textContent = String(when)
})

addEventListener('beforeunload', (event) => {
  if (!isSaved) event.preventDefault()
})
