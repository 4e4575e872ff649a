// Shows the notices that a device asked for, and opens what they speak of. It
// looks at no page and keeps no copy of any.
self.addEventListener("push", (event) => {
  const note = event.data.json()
  event.waitUntil(self.registration.showNotification(note.title, { body: note.body, data: note.link }))
})

self.addEventListener("notificationclick", (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(event.notification.data))
})
