// What comes over a socket is shown, and the moment its frame was painted goes back.
window.connect = (url) => {
  const socket = new WebSocket(url)
  const painted = () => socket.send(String(performance.timeOrigin + performance.now()))
  socket.onmessage = ({ data }) => {
    document.body.textContent = data
    requestAnimationFrame(() => requestAnimationFrame(painted))
  }
  return new Promise((resolve) => {
    socket.onopen = () => resolve(null)
  })
}
